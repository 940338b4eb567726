import { memo, useMemo } from 'react';
import type { Fps } from '#contract/fps.ts';
import { FilmBox, shareOf } from './film-box.tsx';
import { rulerTicks } from './ruler-ticks.ts';
import { RULER_PX } from './rows.ts';
import { useTimelineView } from './timeline-view.ts';

const SHORT_PX = 6;

/** The lines of time over the tracks; pressed or pulled along, it shows the frame under the hand. */
export const Ruler = memo(function Ruler({ fps }: { readonly fps: Fps }) {
  const scale = useTimelineView((view) => view.scale);
  const window = useTimelineView((view) => view.window);
  const ticks = useMemo(() => rulerTicks({ fps, scale, window }), [fps, scale, window]);
  /** Those with words are as high as the ruler. One outline for all: two hundred elements would come and go at every step of a wheel. */
  const lines = (isNamed: boolean): string =>
    ticks
      .filter(({ label }) => (label !== null) === isNamed)
      .map(
        ({ frame }) =>
          `M${Math.floor(frame * scale) - window.fromPx + 0.5} ${RULER_PX}V${isNamed ? 0 : RULER_PX - SHORT_PX}`,
      )
      .join('');
  return (
    <div
      data-ruler=""
      aria-hidden="true"
      className="absolute inset-0 cursor-col-resize touch-none overflow-clip"
      style={{ height: RULER_PX }}
    >
      <svg
        className="pointer-events-none absolute inset-y-0 h-full fill-none"
        style={{ left: window.fromPx, width: window.toPx - window.fromPx }}
      >
        <path d={lines(false)} className="stroke-line" />
        <path d={lines(true)} className="stroke-line2" />
      </svg>
      <FilmBox className="pointer-events-none">
        {ticks.map(
          ({ frame, label }) =>
            label !== null && (
              <span
                key={frame}
                style={{ left: shareOf(frame) }}
                className="absolute bottom-0 ps-1.75 font-mono text-11 leading-6 whitespace-nowrap text-ink3"
              >
                {label}
              </span>
            ),
        )}
      </FilmBox>
    </div>
  );
});
