import type { ReactNode } from 'react';
import { timecodeOf } from '#domain/timeline/timecode.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { classes } from '../../ui/classes.ts';
import { useEditor } from '../store/editor-store.ts';
import type { WhyNotDrawn } from '../titles/why-not-drawn.ts';
import { placedOver } from './film-box.tsx';
import type { ItemRoom } from './item-room.ts';
import { ROWS } from './rows.ts';
import type { Track } from './timeline-layout.ts';

/** A thing of a track as it is drawn. All but itself are plain values: what did not move is not drawn again. */
export interface ItemProps<Thing> {
  readonly thing: Thing;
  readonly startFrame: number;
  readonly endFrame: number;
  readonly lane: number;
  readonly room: ItemRoom;
  /** Pixels a frame, for what is drawn at scale: sounds, and what is carried. Of all else 0, which no zoom changes. */
  readonly scale: number;
  /** What of that is in sight, in pixels from its start. */
  readonly fromPx: number;
  readonly toPx: number;
  /** It may reach out to the left of what is seen, under the heads of the tracks. */
  readonly isCut: boolean;
  /** How far the hand carries it, in pixels; null: it is not carried. */
  readonly carriedPx: number | null;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  /** 0-based, of how many on the track: not all of them are drawn. */
  readonly place: number;
  readonly count: number;
}

interface ItemFrameProps extends Omit<ItemProps<{ readonly id: string }>, 'scale' | 'fromPx' | 'toPx' | 'isCut'> {
  readonly track: Track;
  readonly name: string;
  readonly isMuted?: boolean;
  readonly isMissing?: boolean;
  /** What is seen of it lies under it. */
  readonly isClear?: boolean;
  /** It can not be drawn over the picture. */
  readonly whyNot?: WhyNotDrawn | undefined;
  readonly children: ReactNode;
}

const fills: Record<Track, string> = {
  clip: 'bg-track-clip',
  text: 'bg-track-text',
  image: 'bg-track-image',
  audio: 'bg-track-audio',
};

/** A thing on its track: to be chosen, carried, and pulled by its edges. What that does is in use-timeline-hands. */
export function ItemFrame(props: ItemFrameProps) {
  const { track, thing, startFrame, endFrame, lane, room, isSelected, isTabStop, place, count, children } = props;
  const t = useStrings('timeline');
  const fps = useEditor(({ timeline }) => timeline.fps);
  const byPx = props.carriedPx;
  const { lanePx, itemPx } = ROWS[track];
  const plain = t.item[track](props.name, timecodeOf(startFrame, fps), timecodeOf(endFrame, fps));
  const unseen = props.whyNot ? t.notDrawn[props.whyNot](plain) : plain;
  const label = props.isMissing ? t.isMissing(plain) : props.isMuted ? t.isMuted(plain) : unseen;
  return (
    <div
      data-item={thing.id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option of a select cannot be carried about
      role="option"
      aria-label={label}
      aria-selected={isSelected}
      aria-posinset={place + 1}
      aria-setsize={count}
      tabIndex={isTabStop ? 0 : -1}
      style={{
        ...placedOver(startFrame, endFrame),
        top: lane * lanePx + (lanePx - itemPx) / 2,
        height: itemPx,
        ...(byPx === null ? {} : { transform: `translateX(${byPx}px)` }),
      }}
      className={classes(
        'absolute cursor-grab touch-pan-x touch-pan-y [contain:layout_style] rounded-4 outline-offset-1 select-none',
        !props.isClear && fills[track],
        (track === 'audio' || byPx !== null) && 'overflow-clip', // what is cut off is a layer more to lay together
        isSelected && 'z-1',
        byPx !== null && 'pointer-events-none z-2 opacity-80 shadow-float will-change-transform',
      )}
    >
      {children}
      <Edge edge="start" isSelected={isSelected} room={room} />
      <Edge edge="end" isSelected={isSelected} room={room} />
      {isSelected && (
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-0 rounded-4 inset-ring-2 inset-ring-tally"
        />
      )}
    </div>
  );
}

/** Where a thing is pulled: amber while it is chosen. Keys do the same. */
function Edge({ edge, isSelected, room }: { edge: 'start' | 'end'; isSelected: boolean; room: ItemRoom }) {
  if (!isSelected && room === 'nothing') return null;
  return (
    <span
      data-edge={edge}
      aria-hidden="true"
      className={classes(
        'absolute inset-y-0 z-1 w-1/4 min-w-0.5 cursor-ew-resize touch-none',
        isSelected ? 'max-w-4' : 'max-w-2.25',
        edge === 'start' ? 'left-0' : 'right-0',
      )}
    >
      {isSelected && (room === 'grips' || room === 'name') && (
        <span
          className={classes(
            'absolute inset-y-0 flex w-2 items-center justify-center bg-tally',
            edge === 'start' ? 'left-0 rounded-l-4' : 'right-0 rounded-r-4',
          )}
        >
          <span className="h-2.5 w-0.5 rounded-full bg-tally-ink" />
        </span>
      )}
    </span>
  );
}
