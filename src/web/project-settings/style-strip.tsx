import type { Tempo } from '#contract/style-guide.ts';
import { useStrings } from '../strings/catalogue.ts';
import { readableInk } from './readable-ink.ts';

interface StyleStripProps {
  readonly palette: readonly string[];
  readonly tempo: Tempo | '';
}

/** Shots of the same fifteen seconds, at each tempo. */
const shots = { slow: 3, medium: 5, fast: 8, '': 5 } as const;
const GREYS = ['#2b2d31', '#85888f', '#d9dbdf'];

/** A film strip of plain shapes in the palette, cut as fast as the tempo says; nobody takes it for pictures. */
export function StyleStrip({ palette, tempo }: StyleStripProps) {
  const t = useStrings('projectSettings');
  const colours = palette.length > 0 ? palette : GREYS;
  const count = shots[tempo];
  const colour = (place: number): string => colours[place % colours.length] ?? '#000000';
  return (
    <figure className="m-0 flex flex-col gap-1.5">
      <div aria-hidden="true" className="flex h-36 gap-1 overflow-hidden rounded-10 bg-film p-2">
        {Array.from({ length: count }, (_, shot) => (
          <Shot
            // oxlint-disable-next-line react/no-array-index-key -- a shot is its place
            key={shot}
            shot={shot}
            ground={colour(shot)}
            figure={colour(shot + 1)}
            ink={readableInk(colour(shot))}
          />
        ))}
      </div>
      <figcaption className="text-12 text-ink3">{palette.length > 0 ? t.stripText(count) : t.stripGrey}</figcaption>
    </figure>
  );
}

interface ShotProps {
  readonly shot: number;
  readonly ground: string;
  readonly figure: string;
  readonly ink: string;
}

/** A frame: ground, one shape that changes from shot to shot, and a line where words would stand. */
function Shot({ shot, ground, figure, ink }: ShotProps) {
  const shapes = [
    <circle key="sun" cx="50" cy="52" r="26" fill={figure} />,
    <path key="hill" d="M0 100 L0 78 Q30 48 60 70 T100 60 L100 100 Z" fill={figure} />,
    <rect key="thing" x="34" y="34" width="32" height="52" rx="6" fill={figure} />,
    <path key="beam" d="M-10 100 L40 20 L70 20 L30 100 Z" fill={figure} />,
  ];
  return (
    <svg viewBox="0 0 100 100" preserveAspectRatio="xMidYMid slice" className="h-full min-w-0 flex-1 rounded-4">
      <rect width="100" height="100" fill={ground} />
      {shapes[shot % shapes.length]}
      <rect x="36" y="10" width="28" height="4" rx="2" fill={ink} opacity="0.9" />
    </svg>
  );
}
