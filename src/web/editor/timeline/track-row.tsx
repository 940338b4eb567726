import { type ComponentType, memo, type ReactNode } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { useStrings } from '../../strings/catalogue.ts';
import { useEditor } from '../store/editor-store.ts';
import { FilmBox } from './film-box.tsx';
import { isInSight, wasInSight } from './in-sight.ts';
import type { ItemProps } from './item-frame.tsx';
import { type ItemRoom, roomIn } from './item-room.ts';
import { ROWS } from './rows.ts';
import { COARSE_PX } from './time-scale.ts';
import type { Laid, Track } from './timeline-layout.ts';
import { type TimelineView, useTimelineView } from './timeline-view.ts';
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

/** How a thing of a track looks at a scale. */
interface Look {
  readonly isInSight: boolean;
  readonly isCut: boolean;
  readonly room: ItemRoom;
}

/** The same look is the same object: a row is drawn anew only where something looks otherwise. */
const LOOKS = (['nothing', 'edges', 'grips', 'name'] as const).flatMap((room) =>
  [true, false].flatMap((isInSight) => [true, false].map((isCut): Look => ({ isInSight, isCut, room }))),
);
const UNSEEN: Look = { isInSight: false, isCut: false, room: 'nothing' };

function lookOf(span: Laid<unknown>, view: TimelineView): Look {
  const { scale, restingScale, window } = view;
  const { startFrame, endFrame } = span;
  const isSeen = isInSight(span, view);
  const room = wasInSight(span, view) ? roomIn((endFrame - startFrame) * Math.min(scale, restingScale)) : 'nothing';
  const isCut = isSeen && room === 'name' && startFrame * scale < window.fromPx + MOST_SCROLLED_PX;
  return LOOKS.find((look) => look.isInSight === isSeen && look.isCut === isCut && look.room === room) ?? UNSEEN;
}

function Row<Thing>({ track, laid, lanes, isWide, Item, under, over }: TrackRowProps<Thing>) {
  const t = useStrings('timeline');
  const selection = useEditor((editor) => editor.selection);
  const active = useTimelineView((view) => view.active[track]);
  const carried = useTimelineView((view) => (track === 'clip' ? view.carried : null));
  const isDrawnAtScale = track === 'audio' || carried !== null;
  const scale = useTimelineView((view) => (isDrawnAtScale ? view.scale : 0));
  const window = useTimelineView((view) => (isDrawnAtScale ? view.window : null));
  const looks = useTimelineView(useShallow((view) => laid.map((one) => lookOf(one, view))));
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
            const { isInSight: isSeen, isCut, room } = looks[place] ?? UNSEEN;
            if (!isSeen && id !== stop && !selected.has(id)) return null;
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
                room={room}
                scale={seen ? scale : 0}
                fromPx={seen ? Math.max(0, Math.min(seen.fromPx, rightPx) - leftPx) : 0}
                toPx={seen ? Math.max(0, Math.min(rightPx, seen.toPx) - leftPx) : 0}
                isCut={isCut}
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
