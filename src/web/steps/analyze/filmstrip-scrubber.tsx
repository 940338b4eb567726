import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { formatTimecode } from '../../app/format.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { classes } from '../../ui/classes.ts';
import { jump, shotAt, type Shot } from './found.ts';
import { usePlaying, type Player } from './player.ts';
import { stillOf } from './still-of.ts';
import { Still } from './still.tsx';
import { useWidth } from './use-width.ts';

const STILL_HEIGHT_PX = 36;
const STEP_S = 0.2;
const NUMBER_PX = 26; // what a number below the strip needs

interface FilmstripScrubberProps {
  readonly player: Player;
  readonly shots: readonly Shot[];
  readonly durationS: number;
  readonly strip: string;
  /** Width over height of the video. */
  readonly aspect: number;
}

/** The whole video as a strip of stills, divided at its cuts; the playhead on it is a slider. */
export function FilmstripScrubber({ player, shots, durationS, strip, aspect }: FilmstripScrubberProps) {
  const { player: t } = useStrings('analyze');
  const [box, width] = useWidth<HTMLDivElement>();
  const isHeld = useRef(false);
  const current = usePlaying(player, ({ timeS }) => shotAt(shots, timeS));
  const blocks = shots.length > 0 ? shots : [{ startS: 0, lengthS: durationS }];
  const share = (atS: number): string => `${durationS > 0 ? (atS / durationS) * 100 : 0}%`;

  const seekTo = (event: PointerEvent<HTMLDivElement>): void => {
    const { left, width: whole } = event.currentTarget.getBoundingClientRect();
    player.seek(Math.min(Math.max((event.clientX - left) / whole, 0), 1) * durationS);
  };
  const press = (event: KeyboardEvent): void => {
    const { timeS } = player.store.getState();
    const to: Readonly<Record<string, number>> = {
      ArrowLeft: timeS - STEP_S,
      ArrowRight: timeS + STEP_S,
      ArrowUp: jump(shots, timeS, -1),
      ArrowDown: jump(shots, timeS, 1),
      PageUp: jump(shots, timeS, -1),
      PageDown: jump(shots, timeS, 1),
      Home: 0,
      End: durationS,
    };
    const wanted = to[event.key];
    if (event.key === ' ') player.toggle();
    else if (wanted === undefined) return;
    else player.seek(Math.min(Math.max(wanted, 0), durationS));
    event.preventDefault();
  };
  return (
    <div dir="ltr" className="relative px-3 pt-3">
      <div
        ref={box}
        className="relative flex h-9 cursor-pointer touch-none overflow-hidden rounded-4 bg-film"
        onPointerDown={(event) => {
          isHeld.current = true;
          event.currentTarget.setPointerCapture(event.pointerId);
          seekTo(event);
        }}
        onPointerMove={(event) => isHeld.current && seekTo(event)}
        onPointerUp={() => {
          isHeld.current = false;
        }}
        onPointerCancel={() => {
          isHeld.current = false;
        }}
      >
        {blocks.map(({ startS, lengthS }, place) => (
          <div
            key={startS}
            className={classes(
              'relative flex min-w-0 overflow-hidden border-panel',
              place > 0 && 'border-s-2',
              place !== current &&
                'after:absolute after:inset-0 after:bg-film/60 after:transition-[background-color] after:duration-150 light:after:bg-raise/45',
            )}
            style={{ width: share(lengthS) }}
          >
            {stillsIn({ startS, lengthS }, durationS, (lengthS / durationS) * width, aspect).map((still, nth) => (
              // oxlint-disable-next-line react/no-array-index-key -- a still is its place in the shot
              <Still key={nth} strip={strip} place={still} className="h-full min-w-0 flex-1" />
            ))}
          </div>
        ))}
      </div>
      <div aria-hidden="true" className="relative h-5">
        {shots.map(({ number, startS, lengthS }, place) => (
          <span
            key={number}
            className={classes(
              'absolute top-1 h-3 overflow-hidden border-s border-line2 ps-1 font-mono text-11 leading-3',
              place === current ? 'font-semibold text-ink' : 'text-ink3',
            )}
            style={{ insetInlineStart: share(startS) }}
          >
            {durationS > 0 && (lengthS / durationS) * width >= NUMBER_PX && String(number).padStart(2, '0')}
          </span>
        ))}
      </div>
      <Playhead player={player} shots={shots} durationS={durationS} label={t.playhead} onKeyDown={press} />
    </div>
  );
}

/** The stills that fill the place of a shot. */
function stillsIn(
  { startS, lengthS }: Pick<Shot, 'startS' | 'lengthS'>,
  durationS: number,
  widthPx: number,
  aspect: number,
): readonly number[] {
  const count = Math.max(1, Math.round(widthPx / (STILL_HEIGHT_PX * aspect)) || 1);
  const shot = { start: startS / durationS, end: (startS + lengthS) / durationS };
  return Array.from({ length: count }, (_, nth) =>
    stillOf(shot.start + (shot.end - shot.start) * ((nth + 0.5) / count), shot),
  );
}

interface PlayheadProps {
  readonly player: Player;
  readonly shots: readonly Shot[];
  readonly durationS: number;
  readonly label: string;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Where the video stands; alone it is drawn again with every frame. */
function Playhead({ player, shots, durationS, label, onKeyDown }: PlayheadProps) {
  const { player: t } = useStrings('analyze');
  const timeS = usePlaying(player, (playing) => playing.timeS);
  const share = durationS > 0 ? Math.min(1, timeS / durationS) : 0;
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no input lies over a strip of pictures in every browser
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.round(durationS * 10) / 10}
      aria-valuenow={Math.round(timeS * 10) / 10}
      aria-valuetext={t.at(formatTimecode(timeS), shotAt(shots, timeS) + 1, shots.length)}
      onKeyDown={onKeyDown}
      className="pointer-events-none absolute top-1 h-12 w-2.5 -translate-x-1/2 rounded-4"
      style={{ insetInlineStart: `calc(12px + (100% - 24px) * ${share})` }}
    >
      <span className="absolute inset-y-0 start-1/2 w-0.5 -translate-x-1/2 bg-tally" />
      <span className="absolute start-0 top-0 h-2.5 w-2.5 rounded-t-4 rounded-b-full bg-tally" />
    </div>
  );
}
