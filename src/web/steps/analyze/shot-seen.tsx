import { useStrings } from '../../strings/catalogue.ts';
import type { Shot } from './found.ts';

// Where the built-in eye draws its lines (providers/local).
const DARK = 0.25;
const BRIGHT = 0.6;
const STILL = 0.03;
const LIVELY = 0.12;

/** What is seen in a shot: a model's words, or the colours, light and movement that were measured. */
export function ShotSeen({ shot, isDescribed }: { readonly shot: Shot; readonly isDescribed: boolean }) {
  const { table: t } = useStrings('analyze');
  const { measured } = shot;
  if (isDescribed || !measured) return <span className="line-clamp-3">{shot.description}</span>;
  const light = measured.brightness < DARK ? t.dark : measured.brightness > BRIGHT ? t.bright : t.half;
  const motion = measured.motion <= STILL ? t.still : measured.motion <= LIVELY ? t.some : t.lively;
  return (
    <span className="flex items-center gap-2.5">
      <span aria-hidden="true" className="flex shrink-0 gap-px overflow-hidden rounded-4">
        {measured.color_palette.slice(0, 4).map(({ color }) => (
          <span key={color} className="h-4 w-4" style={{ backgroundColor: color }} />
        ))}
      </span>
      <span>
        {light}, {motion}
      </span>
    </span>
  );
}
