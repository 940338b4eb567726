import type { Timeline } from '#contract/timeline.ts';
import { type Clipboard, copyItems, pasteItems } from '#domain/editing/clipboard.ts';
import { deleteItems } from '#domain/editing/delete-items.ts';
import { duplicateItems } from '#domain/editing/duplicate-items.ts';
import { filmSpanOf } from '#domain/editing/film-spans.ts';
import { findItem, type Item, itemsOf } from '#domain/editing/items.ts';
import { addMarker } from '#domain/editing/markers.ts';
import { moveFree } from '#domain/editing/move-free.ts';
import { reorderClips } from '#domain/editing/reorder-clips.ts';
import { isSplitTooNearTransition, nearestSplitFrame, splitItem } from '#domain/editing/split-item.ts';
import { trimClip } from '#domain/editing/trim-clip.ts';
import { trimFree } from '#domain/editing/trim-free.ts';
import { timecodeOf } from '#domain/timeline/timecode.ts';
import type { Catalogue } from '../strings/areas.ts';
import { newItemId } from './new-item-id.ts';
import { edit, useEditor } from './store/editor-store.ts';

type Words = Pick<Catalogue, 'editor' | 'timeline'>;

/** What was copied, and of which work: takes of one are no takes of another. */
let copied: { readonly workId: string; readonly clipboard: Clipboard } | null = null;

/** What keys and buttons do with what is chosen, or with what is at the playhead. */
export function editActions({ editor: t, timeline: { did } }: Words) {
  const chosen = (): readonly string[] => {
    const { selection } = useEditor.getState();
    if (selection.length === 0) edit.say(t.nothingChosen);
    return selection;
  };
  const copy = (): boolean => {
    const { timeline, place } = useEditor.getState();
    const clipboard = copyItems(timeline, chosen());
    if (clipboard === null) return false;
    copied = { workId: place.workId, clipboard };
    edit.say(t.copied(clipboard.count));
    return true;
  };
  const remove = (mode: 'ripple' | 'lift'): void => {
    const ids = chosen();
    const label = mode === 'ripple' ? did.deleteRipple(ids.length) : did.lift(ids.length);
    if (ids.length > 0) edit.run(label, (timeline) => deleteItems(timeline, { ids, mode }));
  };
  return {
    copy,
    remove,

    cutOut(): void {
      if (copy()) remove('ripple');
    },

    /** Splits what is chosen at the playhead; where nothing chosen lies there, the clip that is seen. */
    split(): void {
      const { timeline, playhead } = useEditor.getState();
      const asked = atPlayhead().map(({ item }) => ({ id: item.id, frame: playhead, newId: newItemId() }));
      const cuts = asked.filter((cut) => splitItem(timeline, cut) !== timeline);
      if (cuts.length > 0) return edit.run(did.split(cuts.length), (base) => cuts.reduce(splitItem, base));
      const near = asked.find((cut) => isSplitTooNearTransition(timeline, cut));
      if (!near) return edit.say(t.nothingToSplit);
      const frame = nearestSplitFrame(timeline, near);
      edit.say(frame === null ? t.tooShortToSplit : t.tooNearTransition(timecodeOf(frame, timeline.fps)));
    },

    /** Trims what is chosen, else the clip that is seen, so that it begins or ends at the playhead. */
    trimToPlayhead(edge: 'start' | 'end'): void {
      const { playhead, selection, timeline } = useEditor.getState();
      const items =
        selection.length > 0 ? itemsOf(timeline).filter(({ item }) => selection.includes(item.id)) : atPlayhead();
      const before = useEditor.getState().timeline;
      edit.run(t.did.trimToPlayhead, (base) => items.reduce((now, one) => trimmed(now, one, edge, playhead), base));
      if (useEditor.getState().timeline === before) return edit.say(t.nothingToTrim);
      const clip = edge === 'start' ? items.find(({ kind }) => kind === 'clip') : undefined;
      if (clip) edit.seek(filmSpanOf(useEditor.getState().timeline, clip).startFrame); // where the frame at hand has gone
    },

    /** Moves what is chosen by frames of the film; clips among it by a place in their row. */
    move(byFrames: number): void {
      const { timeline } = useEditor.getState();
      const ids = chosen();
      const clips = timeline.clips.filter(({ id }) => ids.includes(id));
      if (ids.length === 0) return;
      if (clips.length === 0) return edit.run(did.move(ids.length), (base) => moveFree(base, { ids, byFrames }));
      const staying = timeline.clips.filter(({ id }) => !ids.includes(id));
      const first = timeline.clips.findIndex(({ id }) => id === clips[0]?.id);
      const index = Math.max(0, Math.min(first + Math.sign(byFrames), staying.length));
      edit.run(did.reorder(clips.length), (base) => reorderClips(base, { ids, index }));
    },

    duplicate(): void {
      const ids = chosen();
      const newIds = ids.map(newItemId);
      if (ids.length > 0) place(did.duplicate(ids.length), newIds, (base) => duplicateItems(base, { ids, newIds }));
    },

    paste(): void {
      const {
        playhead,
        place: { workId },
      } = useEditor.getState();
      if (copied?.workId !== workId) return edit.say(t.nothingToPaste);
      const { clipboard } = copied;
      const newIds = Array.from({ length: clipboard.count }, newItemId);
      place(t.did.paste(newIds.length), newIds, (base) => pasteItems(base, { clipboard, frame: playhead, newIds }));
    },

    mark(): void {
      const { playhead } = useEditor.getState();
      const marker = { id: newItemId(), frame: playhead, label: '' };
      edit.run(t.did.mark, (base) => addMarker(base, marker));
    },

    chooseAll(): void {
      const ids = itemsOf(useEditor.getState().timeline).map(({ item }) => item.id);
      edit.select(ids);
      edit.say(t.chosen(ids.length));
    },

    /** Gives up a drag; else chooses nothing. */
    leave(): void {
      if (useEditor.getState().gesture) edit.cancel();
      else edit.select([]);
    },

    toggleSnapping(): void {
      const isSnapping = !useEditor.getState().isSnapping;
      edit.setSnapping(isSnapping);
      edit.say(isSnapping ? t.snapping : t.notSnapping);
    },
  };
}

/** Does something that makes new things, and chooses those. */
function place(label: string, newIds: readonly string[], command: (timeline: Timeline) => Timeline): void {
  edit.run(label, command);
  const ids = newIds.filter((id) => findItem(useEditor.getState().timeline, id));
  if (ids.length > 0) edit.select(ids);
}

/** What of the chosen lies at the playhead; where none does, the clip that is seen there. */
function atPlayhead(): readonly Item[] {
  const { timeline, playhead, selection } = useEditor.getState();
  const here = itemsOf(timeline).filter((one) => {
    const { startFrame, endFrame } = filmSpanOf(timeline, one);
    return startFrame <= playhead && playhead < endFrame;
  });
  const chosen = here.filter(({ item }) => selection.includes(item.id));
  return chosen.length > 0 ? chosen : here.filter(({ kind }) => kind === 'clip').slice(0, 1);
}

function trimmed(timeline: Timeline, { kind, item }: Item, edge: 'start' | 'end', playhead: number): Timeline {
  const now = findItem(timeline, item.id);
  if (now === null) return timeline;
  const { startFrame, endFrame } = filmSpanOf(timeline, now);
  const sourceFrames = 'media' in item ? (useEditor.getState().sources[item.media.sha256]?.frames ?? null) : null;
  if (kind !== 'clip') {
    const isPast = edge === 'start' ? playhead >= endFrame : playhead <= startFrame;
    return isPast ? timeline : trimFree(timeline, { id: item.id, edge, toFrame: playhead, sourceFrames });
  }
  if (playhead <= startFrame || playhead >= endFrame) return timeline; // nothing would be left, or nothing is to go
  const byFrames = edge === 'start' ? playhead - startFrame : playhead - endFrame;
  return trimClip(timeline, { id: item.id, edge, byFrames, sourceFrames });
}
