import { type ComponentType, memo, type ReactNode } from 'react';
import { useStrings } from '../../strings/catalogue.ts';
import { useEditor } from '../store/editor-store.ts';
import type { ItemProps } from './item-frame.tsx';
import { roomIn } from './item-room.ts';
import { ROWS } from './rows.ts';
import { COARSE_PX } from './time-scale.ts';
import type { Laid, Track } from './timeline-layout.ts';
import { useTimelineView } from './timeline-view.ts';
import { TrackHead } from './track-head.tsx';

interface TrackRowProps<Thing> {
  readonly track: Track;
  readonly laid: readonly Laid<Thing>[];
  readonly lanes: number;
  readonly isWide: boolean;
  /** Draws one of its things. */
  readonly Item: ComponentType<ItemProps<Thing>>;
  /** What lies under the things of the track and is none of them. */
  readonly under?: ReactNode;
  /** What lies over them. */
  readonly over?: ReactNode;
}

const MOST_SCROLLED_PX = 2 * COARSE_PX; // from the start of what is drawn to the start of what is seen

function Row<Thing>({ track, laid, lanes, isWide, Item, under, over }: TrackRowProps<Thing>) {
  const t = useStrings('timeline');
  const selection = useEditor((editor) => editor.selection);
  const scale = useTimelineView((view) => view.scale);
  const restingScale = useTimelineView((view) => view.restingScale);
  const window = useTimelineView((view) => view.window);
  const active = useTimelineView((view) => view.active[track]);
  const carried = useTimelineView((view) => (track === 'clip' ? view.carried : null));
  const selected = new Set(selection);
  const moved = new Set(carried?.ids);
  const first = laid.find(({ id }) => selected.has(id)) ?? laid[0];
  const stop = laid.some(({ id }) => id === active) ? active : first?.id;
  const list = {
    role: 'listbox',
    'aria-label': t.tracks[track],
    'aria-orientation': 'horizontal',
    'aria-multiselectable': true,
  } as const;
  return (
    <div className="relative flex border-b border-line" style={{ height: lanes * ROWS[track].lanePx + 1 }}>
      <TrackHead track={track} isWide={isWide} />
      <div className="relative grow" data-lane={track} data-lanes={lanes}>
        {under}
        <div {...(laid.length > 0 ? list : {})} className="absolute inset-0">
          {laid.map(({ id, thing, startFrame, endFrame, lane }, place) => {
            const leftPx = startFrame * scale;
            const rightPx = endFrame * scale;
            const isInSight = leftPx < window.toPx && rightPx > window.fromPx;
            if (!isInSight && id !== stop && !selected.has(id)) return null;
            const carriedPx = moved.has(id) ? (carried?.byPx ?? 0) : null;
            const isDrawnAtScale = track === 'audio' || carriedPx !== null;
            return (
              <Item
                key={id}
                thing={thing}
                startFrame={startFrame}
                endFrame={endFrame}
                lane={lane}
                room={roomIn((endFrame - startFrame) * Math.min(scale, restingScale))}
                scale={isDrawnAtScale ? scale : 0}
                fromPx={isDrawnAtScale ? Math.max(0, Math.min(window.fromPx, rightPx) - leftPx) : 0}
                toPx={isDrawnAtScale ? Math.max(0, Math.min(rightPx, window.toPx) - leftPx) : 0}
                isCut={leftPx < window.fromPx + MOST_SCROLLED_PX && rightPx > window.fromPx}
                carriedPx={carriedPx}
                isSelected={selected.has(id)}
                isTabStop={id === stop}
                place={place}
                count={laid.length}
              />
            );
          })}
        </div>
        {over}
      </div>
    </div>
  );
}

/** A track: its head, and its things as a list to choose from. What is out of sight is not drawn, but for what is chosen or has the focus. */
export const TrackRow = memo(Row) as typeof Row;
