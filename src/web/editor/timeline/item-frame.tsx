import type { ReactNode } from 'react';
import { timecodeOf } from '#domain/timeline/timecode.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { classes } from '../../ui/classes.ts';
import { useEditor } from '../store/editor-store.ts';
import type { WhyNotDrawn } from '../titles/why-not-drawn.ts';
import { ROWS } from './rows.ts';
import type { Track } from './timeline-layout.ts';
import { useTimelineView } from './timeline-view.ts';

/** A thing of a track as it is drawn. All but itself are plain values: what did not move is not drawn again. */
export interface ItemProps<Thing> {
  readonly thing: Thing;
  readonly startFrame: number;
  readonly endFrame: number;
  readonly lane: number;
  /** Pixels a frame. */
  readonly scale: number;
  /** What of it is in sight, in pixels from its start. */
  readonly fromPx: number;
  readonly toPx: number;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  /** 0-based, of how many on the track: not all of them are drawn. */
  readonly place: number;
  readonly count: number;
}

interface ItemFrameProps extends Omit<ItemProps<{ readonly id: string }>, 'fromPx' | 'toPx'> {
  readonly track: Track;
  readonly name: string;
  readonly isMuted?: boolean;
  readonly isMissing?: boolean;
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

/** The space between two things that meet. */
const APART_PX = 1;
const LEAST_PX = 3;

/** A thing on its track: to be chosen, carried, and pulled by its edges. What that does is in use-timeline-hands. */
export function ItemFrame(props: ItemFrameProps) {
  const { track, thing, startFrame, endFrame, lane, scale, isSelected, isTabStop, place, count, children } = props;
  const t = useStrings('timeline');
  const fps = useEditor(({ timeline }) => timeline.fps);
  const byPx = useTimelineView(({ carried }) => (carried?.ids.includes(thing.id) ? carried.byPx : null));
  const { lanePx, itemPx } = ROWS[track];
  const widthPx = Math.max(LEAST_PX, (endFrame - startFrame) * scale - APART_PX);
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
        left: startFrame * scale,
        width: widthPx,
        top: lane * lanePx + (lanePx - itemPx) / 2,
        height: itemPx,
        ...(byPx === null ? {} : { transform: `translateX(${byPx}px)` }),
      }}
      className={classes(
        'absolute cursor-grab touch-pan-x touch-pan-y overflow-clip [contain:layout_style] rounded-4 outline-offset-1 select-none',
        fills[track],
        isSelected && 'z-1',
        byPx !== null && 'pointer-events-none z-2 opacity-80 shadow-float will-change-transform',
      )}
    >
      {children}
      <Edge edge="start" isSelected={isSelected} widthPx={widthPx} />
      <Edge edge="end" isSelected={isSelected} widthPx={widthPx} />
      {isSelected && (
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-0 rounded-4 inset-ring-2 inset-ring-tally"
        />
      )}
    </div>
  );
}

const EDGE_PX = 9;
const CHOSEN_EDGE_PX = 16;

/** Where a thing is pulled: amber while it is chosen. Keys do the same. */
function Edge({ edge, isSelected, widthPx }: { edge: 'start' | 'end'; isSelected: boolean; widthPx: number }) {
  const mostPx = isSelected ? CHOSEN_EDGE_PX : EDGE_PX;
  return (
    <span
      data-edge={edge}
      aria-hidden="true"
      style={{ width: Math.min(mostPx, Math.max(2, widthPx / 4)) }}
      className={classes('absolute inset-y-0 z-1 cursor-ew-resize touch-none', edge === 'start' ? 'left-0' : 'right-0')}
    >
      {isSelected && widthPx > 20 && (
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
