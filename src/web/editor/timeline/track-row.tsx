import { type ComponentType, memo, type ReactNode, useMemo } from 'react';
import { useStrings } from '../../strings/catalogue.ts';
import { useEditor } from '../store/editor-store.ts';
import { FilmBox } from './film-box.tsx';
import type { ItemProps } from './item-frame.tsx';
import { looksOf } from './item-look.ts';
import { ROWS } from './rows.ts';
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

function Row<Thing>({ track, laid, lanes, isWide, Item, under, over }: TrackRowProps<Thing>) {
  const t = useStrings('timeline');
  const selection = useEditor((editor) => editor.selection);
  const active = useTimelineView((view) => view.active[track]);
  const carried = useTimelineView((view) => (track === 'clip' ? view.carried : null));
  const isDrawnAtScale = track === 'audio' || carried !== null;
  const scale = useTimelineView((view) => (isDrawnAtScale ? view.scale : 0));
  const window = useTimelineView((view) => (isDrawnAtScale ? view.window : null));
  const looks = useTimelineView(useMemo(() => looksOf(laid), [laid]));
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
        <FilmBox {...(laid.length > 0 ? list : {})}>
          {laid.map(({ id, thing, startFrame, endFrame, lane }, place) => {
            const look = looks[place];
            if (!look || (!look.isInSight && id !== stop && !selected.has(id))) return null;
            const carriedPx = moved.has(id) ? (carried?.byPx ?? 0) : null;
            const seen = track === 'audio' || carriedPx !== null ? window : null;
            const [leftPx, rightPx] = [startFrame * scale, endFrame * scale];
            return (
              <Item
                key={id}
                thing={thing}
                startFrame={startFrame}
                endFrame={endFrame}
                lane={lane}
                room={look.room}
                scale={seen ? scale : 0}
                fromPx={seen ? Math.max(0, Math.min(seen.fromPx, rightPx) - leftPx) : 0}
                toPx={seen ? Math.max(0, Math.min(rightPx, seen.toPx) - leftPx) : 0}
                isCut={look.isCut}
                carriedPx={carriedPx}
                isSelected={selected.has(id)}
                isTabStop={id === stop}
                place={place}
                count={laid.length}
              />
            );
          })}
        </FilmBox>
        {over}
      </div>
    </div>
  );
}

/** A track: its head, and its things as a list to choose from. What is out of sight is not drawn, but for what is chosen or has the focus. */
export const TrackRow = memo(Row) as typeof Row;
