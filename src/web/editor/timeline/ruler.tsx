import { memo, useMemo } from 'react';
import type { Fps } from '#contract/fps.ts';
import { classes } from '../../ui/classes.ts';
import { rulerTicks } from './ruler-ticks.ts';
import { RULER_PX } from './rows.ts';
import { useTimelineView } from './timeline-view.ts';

/** The lines of time over the tracks; pressed or pulled along, it shows the frame under the hand. */
export const Ruler = memo(function Ruler({ fps }: { readonly fps: Fps }) {
  const scale = useTimelineView((view) => view.scale);
  const window = useTimelineView((view) => view.window);
  const ticks = useMemo(() => rulerTicks({ fps, scale, window }), [fps, scale, window]);
  return (
    <div
      data-ruler=""
      aria-hidden="true"
      className="absolute inset-0 cursor-col-resize touch-none overflow-clip"
      style={{ height: RULER_PX }}
    >
      {ticks.map(({ frame, label }) => (
        <span
          key={frame}
          style={{ left: frame * scale }}
          className={classes(
            'pointer-events-none absolute bottom-0 border-s ps-1.5 font-mono text-11 leading-6 whitespace-nowrap text-ink3',
            label === null ? 'h-1.5 border-line' : 'h-full border-line2',
          )}
        >
          {label}
        </span>
      ))}
    </div>
  );
});
