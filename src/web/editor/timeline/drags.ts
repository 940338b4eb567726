import type { EditSource } from '#contract/edit.ts';
import type { Timeline } from '#contract/timeline.ts';
import { findItem } from '#domain/editing/items.ts';
import { moveMarker, markersInFilm } from '#domain/editing/markers.ts';
import { moveFree } from '#domain/editing/move-free.ts';
import { reorderClips } from '#domain/editing/reorder-clips.ts';
import { setTransition } from '#domain/editing/set-transition.ts';
import { trimClip } from '#domain/editing/trim-clip.ts';
import { trimFree } from '#domain/editing/trim-free.ts';
import { timecodeOf } from '#domain/timeline/timecode.ts';
import type { Catalogue } from '../../strings/areas.ts';
import { edit, useEditor } from '../store/editor-store.ts';
import type { Drag, DragAt } from './drag.ts';
import { dropPlace } from './drop-place.ts';
import { SNAP_PX, snapDrag } from './snap-frame.ts';
import { snapPoints } from './snap-points.ts';
import { findLaid, layoutOf } from './timeline-layout.ts';
import { timelineView, useTimelineView } from './timeline-view.ts';

type Words = Catalogue['timeline'];

/** Moves texts, pictures and sounds along the film. */
export function moveDrag(ids: readonly string[], t: Words): Drag | null {
  const { timeline } = useEditor.getState();
  const laid = ids.flatMap((id) => findLaid(layoutOf(timeline), id) ?? []).filter(({ track }) => track !== 'clip');
  const [first] = laid;
  if (!first) return null;
  const free = laid.map(({ laid: { id } }) => id);
  const snap = snapping(timeline, free);
  const edges = laid.flatMap(({ laid: { startFrame, endFrame } }) => [startFrame, endFrame]);
  edit.begin(t.did.move(free.length), { isCarried: true });
  return live((at) => {
    const { byFrames, guideFrame } = snap(edges, at);
    edit.live((base) => moveFree(base, { ids: free, byFrames }));
    const shown = findLaid(layoutOf(useEditor.getState().timeline), first.laid.id)?.laid.startFrame ?? 0;
    timelineView.show({ guideFrame, tip: { frame: shown, words: timecodeOf(shown, timeline.fps) } });
  });
}

/** Pulls an edge of a thing: a clip's takes everything after it along. */
export function trimDrag(id: string, edge: 'start' | 'end', t: Words): Drag | null {
  const { timeline, sources } = useEditor.getState();
  const found = findItem(timeline, id);
  const laid = findLaid(layoutOf(timeline), id)?.laid;
  if (found === null || !laid) return null;
  const media = 'media' in found.item ? found.item.media : null;
  const sourceFrames = media === null ? null : framesOf(sources[media.sha256]);
  const snap = snapping(timeline, [id]);
  const from = edge === 'start' ? laid.startFrame : laid.endFrame;
  edit.begin(t.did.trim, { isCarried: true });
  return live((at) => {
    const { byFrames, guideFrame } = snap([from], at);
    edit.live((base) =>
      found.kind === 'clip'
        ? trimClip(base, { id, edge, byFrames, sourceFrames })
        : trimFree(base, { id, edge, toFrame: from + byFrames, sourceFrames }),
    );
    const now = useEditor.getState().timeline;
    const shown = findLaid(layoutOf(now), id)?.laid ?? laid;
    const item = findItem(now, id)?.item;
    const lengthFrames = found.kind === 'clip' && item ? (item.endFrame ?? 0) - item.startFrame : null;
    const words = timecodeOf(lengthFrames ?? shown.endFrame - shown.startFrame, timeline.fps);
    timelineView.show({ guideFrame, tip: { frame: edge === 'start' ? shown.startFrame : shown.endFrame, words } });
  });
}

/** Carries clips to another place in their row; nothing changes before they are dropped. */
export function reorderDrag(ids: readonly string[], frameAt: (clientX: number) => number, t: Words): Drag | null {
  const { timeline } = useEditor.getState();
  const { clip } = layoutOf(timeline);
  const carried = clip.filter(({ id }) => ids.includes(id)).map(({ id }) => id);
  if (carried.length === 0) return null;
  let index: number | null = null;
  return {
    move: ({ byPx, clientX }) => {
      const place = dropPlace(clip, carried, frameAt(clientX));
      index = place.index;
      timelineView.show({ carried: { ids: carried, byPx }, markFrame: place.markFrame });
    },
    end: () => {
      timelineView.letGo();
      const to = index;
      if (to !== null)
        edit.run(t.did.reorder(carried.length), (base) => reorderClips(base, { ids: carried, index: to }));
    },
    cancel: () => timelineView.letGo(),
  };
}

/** Makes the transition out of a clip longer or shorter, by its left or its right edge. */
export function transitionDrag(id: string, edge: 'start' | 'end', t: Words): Drag | null {
  const { timeline } = useEditor.getState();
  const transition = timeline.clips.find((clip) => clip.id === id)?.transition;
  const shown = layoutOf(timeline).clip.find((clip) => clip.id === id)?.transition;
  if (!transition || !shown) return null;
  const { type } = transition;
  const from = shown.endFrame - shown.startFrame;
  edit.begin(t.did.transitionLength, { isCarried: true });
  return live(({ byFrames }) => {
    const durationFrames = Math.max(1, Math.round(from + (edge === 'start' ? -byFrames : byFrames)));
    edit.live((base) => setTransition(base, { ids: [id], type, durationFrames }));
    const now = layoutOf(useEditor.getState().timeline).clip.find((clip) => clip.id === id)?.transition;
    if (!now) return;
    timelineView.show({
      tip: { frame: now.startFrame, words: timecodeOf(now.endFrame - now.startFrame, timeline.fps) },
    });
  });
}

/** Moves a marker along the film. */
export function markerDrag(id: string, t: Words): Drag | null {
  const { timeline } = useEditor.getState();
  const from = markersInFilm(timeline).find((marker) => marker.id === id)?.frame;
  if (from === undefined) return null;
  const { playhead } = useEditor.getState();
  const points = snapPoints({ ...timeline, markers: [] }, { dragged: [], playhead });
  edit.begin(t.did.moveMarker, { isCarried: true });
  return live((at) => {
    const { byFrames, guideFrame } = snapDrag({ edges: [from], byFrames: at.byFrames, points, reachFrames: reach(at) });
    edit.live((base) => moveMarker(base, { id, frame: from + byFrames }));
    timelineView.show({
      guideFrame,
      tip: { frame: from + byFrames, words: timecodeOf(from + byFrames, timeline.fps) },
    });
  });
}

/** Shows the frame under the hand; Shift draws it to what lies there. */
export function scrubDrag(frameAt: (clientX: number) => number): Drag {
  const { timeline } = useEditor.getState();
  const points = snapPoints(timeline, { dragged: [], playhead: null });
  return {
    move: (at) => {
      const frame = Math.floor(frameAt(at.clientX));
      const reachFrames = at.isShift ? SNAP_PX / useTimelineView.getState().scale : -1;
      const { byFrames, guideFrame } = snapDrag({ edges: [frame], byFrames: 0, points, reachFrames });
      edit.seek(frame + byFrames);
      timelineView.show({ guideFrame });
    },
    end: () => timelineView.letGo(),
    cancel: () => timelineView.letGo(),
  };
}

/** A drag of the edit itself: one step to undo once it is let go. */
function live(move: (at: DragAt) => void): Drag {
  return {
    move,
    end: () => {
      timelineView.letGo();
      edit.commit();
    },
    cancel: () => {
      timelineView.letGo();
      edit.cancel();
    },
  };
}

/** What draws a drag: everything else, as far as it is switched on and Alt is not held. */
function snapping(timeline: Timeline, dragged: readonly string[]) {
  const points = snapPoints(timeline, { dragged, playhead: useEditor.getState().playhead });
  return (edges: readonly number[], at: DragAt) =>
    snapDrag({ edges, byFrames: at.byFrames, points, reachFrames: reach(at) });
}

function reach({ isFree }: DragAt): number {
  return isFree || !useEditor.getState().isSnapping ? -1 : SNAP_PX / useTimelineView.getState().scale;
}

const framesOf = (source: EditSource | undefined): number | null => source?.frames ?? null;
