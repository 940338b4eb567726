import type { FrameSpan } from '#domain/timeline/nominal-to-output.ts';
import { timecodeOf } from '#domain/timeline/timecode.ts';
import type { Catalogue } from '../../strings/areas.ts';
import { edit, useEditor } from '../store/editor-store.ts';
import type { Drag, DragAt } from './drag.ts';
import { dropPlace } from './drop-place.ts';
import { RULER_PX } from './rows.ts';
import { SNAP_PX, snapDrag } from './snap-frame.ts';
import { snapPoints } from './snap-points.ts';
import { layoutOf, type Track } from './timeline-layout.ts';
import { timelineView, useTimelineView } from './timeline-view.ts';

/** Something from elsewhere that can be let go over the timeline: a clip between others, all else at a moment. */
export type Incoming = { readonly name: string } & (
  | { readonly track: 'clip'; readonly drop: (index: number) => void }
  | {
      readonly track: Exclude<Track, 'clip'>;
      /** What it would take of the film. */
      readonly spanAt: (frame: number) => FrameSpan;
      readonly drop: (frame: number) => void;
    }
);

/**
 * Carries something over the timeline, whichever of its tracks the hand is over: it goes to its own.
 *
 * @param tracks what scrolls
 */
export function dropDrag(incoming: Incoming, tracks: HTMLElement, t: Catalogue['timeline']): Drag | null {
  const lane = tracks.querySelector<HTMLElement>(`[data-lane="${incoming.track}"]`);
  if (!lane) return null;
  const ghost = ghostOf(incoming.name);
  const stopClick = noClickAfter();
  let drop: (() => void) | null = null;
  edit.say(t.drop.begun(incoming.name));
  const end = (): void => {
    ghost.remove();
    stopClick();
    timelineView.letGo();
  };
  return {
    move: (at) => {
      ghost.style.transform = `translate(${at.clientX + 12}px, ${at.clientY + 12}px)`;
      drop = isOver(tracks, at) ? showAt(incoming, lane, at) : null;
      if (drop === null) timelineView.letGo();
      ghost.dataset['over'] = String(drop !== null);
    },
    end: () => {
      end();
      if (drop) drop();
      else edit.say(t.drop.not(incoming.name));
    },
    cancel: () => {
      end();
      edit.say(t.drop.not(incoming.name));
    },
  };
}

/** Shows where it would come to lie, and answers how it is laid there. */
function showAt(incoming: Incoming, lane: HTMLElement, at: DragAt): () => void {
  const { timeline, playhead, isSnapping } = useEditor.getState();
  const { scale } = useTimelineView.getState();
  const frame = Math.max(0, (at.clientX - lane.getBoundingClientRect().left) / scale);
  if (incoming.track === 'clip') {
    const { index, markFrame } = dropPlace(layoutOf(timeline).clip, [], frame);
    timelineView.show({ markFrame, tip: { frame: markFrame, words: timecodeOf(markFrame, timeline.fps) } });
    return () => incoming.drop(index);
  }
  const wanted = incoming.spanAt(Math.round(frame));
  const { lengthFrames } = layoutOf(timeline);
  const edges = wanted.endFrame === lengthFrames ? [wanted.startFrame] : [wanted.startFrame, wanted.endFrame]; // cut off there, it ends there anyway
  const { byFrames, guideFrame } = snapDrag({
    edges,
    byFrames: 0,
    points: snapPoints(timeline, { dragged: [], playhead }),
    reachFrames: at.isFree || !isSnapping ? -1 : SNAP_PX / scale,
  });
  const start = Math.max(0, wanted.startFrame + byFrames);
  const span = incoming.spanAt(start);
  timelineView.show({
    guideFrame,
    tip: { frame: span.startFrame, words: timecodeOf(span.startFrame, timeline.fps) },
    incoming: { ...span, topPx: (lane.parentElement?.offsetTop ?? 0) - RULER_PX, heightPx: lane.offsetHeight },
  });
  return () => incoming.drop(start);
}

function isOver(tracks: HTMLElement, { clientX, clientY }: DragAt): boolean {
  const { left, right, top, bottom } = tracks.getBoundingClientRect();
  return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
}

/** What the hand carries. */
function ghostOf(name: string): HTMLElement {
  const ghost = document.createElement('div');
  ghost.textContent = name;
  ghost.ariaHidden = 'true';
  ghost.dataset['carried'] = '';
  ghost.className =
    'pointer-events-none fixed top-0 left-0 z-50 max-w-60 truncate rounded-6 border border-line2 bg-panel px-2.5 py-1.5 ' +
    'text-12 text-ink shadow-float will-change-transform not-data-[over=true]:opacity-60';
  ghost.style.transform = 'translate(-100vw, 0)';
  document.body.append(ghost);
  return ghost;
}

/** Let go over what it was taken from, it was no press of that. Returns how to end it, once the pointer is up. */
function noClickAfter(): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const stop = (event: MouseEvent): void => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', stop, { signal, capture: true });
  return () => {
    const end = (): void => void setTimeout(() => listening.abort());
    window.addEventListener('pointerup', end, { once: true, signal });
    window.addEventListener('pointerdown', () => listening.abort(), { signal, capture: true });
  };
}
