import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EditorState } from '#contract/editor-state.ts';
import { Timeline, type TimelineClip } from '#contract/timeline.ts';
import { editorStateOf } from '../timeline/editor-state.ts';
import { timelineFromEditorState } from '../timeline/from-editor-state.ts';
import { joinsOf, outputLengthFrames } from '../timeline/nominal-to-output.ts';
import { planFilm } from '../timeline/plan-film.ts';
import { retime } from '../timeline/retime.ts';
import { deleteItems } from './delete-items.ts';
import { filmSpanOf } from './film-spans.ts';
import { historyOf, pushStep, redoStep, undoStep } from './history.ts';
import { insertClip } from './insert-clip.ts';
import { findItem, itemsOf } from './items.ts';
import { joinItems } from './join-items.ts';
import { moveFree } from './move-free.ts';
import { reorderClips } from './reorder-clips.ts';
import { settleClips } from './settle-clips.ts';
import { isSplitTooNearTransition, splitItem } from './split-item.ts';
import { trimClip } from './trim-clip.ts';
import { trimFree } from './trim-free.ts';
import { commands, media, mediaOf, SOURCE_FRAMES, timelines } from './fixture/random-edits.ts';

/*
 * Whatever is done to whatever film, in whatever order.
 */

/** Everything that must be true of an edit whatever was done to it. */
function expectSound(timeline: Timeline): void {
  expect(Timeline.parse(timeline)).toEqual(timeline);
  let end = 0;
  for (const clip of timeline.clips) {
    expect(clip.startFrame).toBeGreaterThanOrEqual(end);
    end = clip.endFrame;
  }
  for (const { item } of itemsOf(timeline)) {
    expect(item.endFrame ?? Infinity).toBeGreaterThan(item.startFrame);
  }
  expect(new Set(itemsOf(timeline).map(({ item }) => item.id)).size).toBe(itemsOf(timeline).length);
  // What an export yields: the segments tile the film without a hole, and are as long as the edit says.
  const plan = planFilm(timeline);
  expect(plan.lengthFrames).toBe(outputLengthFrames(timeline));
  let covered = 0;
  for (const segment of plan.segments) {
    expect(segment.startFrame).toBe(covered);
    covered = segment.endFrame;
  }
  expect(covered).toBe(plan.lengthFrames);
}

/** What is saved and opened again is the same edit. */
function expectKept(timeline: Timeline): void {
  const state = EditorState.parse(JSON.parse(JSON.stringify(editorStateOf(timeline, []))));
  const again = timelineFromEditorState(state, {
    previous: null,
    resolution: { width: 1, height: 1 },
    sceneIds: [],
    mediaOfScene: () => null,
    mediaOfTake: () => null,
    mediaOfAsset: mediaOf,
    soundOfAsset: mediaOf,
    mediaOfAudio: () => null,
    ownSound: null,
  });
  expect(again).toEqual(timeline);
}

const RUNS = { numRuns: 200, includeErrorInReport: true } as const;

test('whatever is done to an edit, it stays one that can be shown, saved and exported, and is taken back step by step', () => {
  fc.assert(
    fc.property(timelines, fc.array(commands, { maxLength: 12 }), (start, steps) => {
      let count = 0;
      const newId = () => `new_${String(count++)}`;
      let history = historyOf(start);
      const before = structuredClone(start);
      for (const [name, command] of steps) {
        const next = command(history.present, newId);
        expectSound(next);
        if (JSON.stringify(next) === JSON.stringify(history.present)) expect(next, name).toBe(history.present);
        history = pushStep(history, name, next);
      }
      expectKept(history.present);
      expect(start).toEqual(before); // nothing was written into what was there
      const done = history;
      const documents = [...done.past.map(({ document }) => document), done.present];
      for (const document of documents.toReversed()) {
        expect(history.present).toBe(document);
        history = undoStep(history);
      }
      expect(history.present).toBe(start);
      for (const _ of done.past) history = redoStep(history);
      expect(history.present).toBe(done.present);
    }),
    RUNS,
  );
});

/** What each frame of a film shows: a file, and which frame of it; in a transition two, and in which pattern they mix. */
function picturesOf(edit: Timeline): readonly string[] {
  const shown = ({ media: { sha256, kind } }: TimelineClip, sourceFrame: number): string =>
    `${sha256} ${String(kind === 'image' ? 0 : sourceFrame)}`;
  return planFilm(edit).shots.flatMap(({ clip, sourceFrame, startFrame, endFrame, join }) =>
    Array.from({ length: endFrame - startFrame }, (_, at) => {
      const from = clip ? shown(clip, sourceFrame + at) : 'black';
      const into = join ? startFrame + at - join.startFrame : -1;
      if (join === null || into < 0) return from;
      return `${from} ${join.type} ${String(join.seed)} ${shown(join.next, join.next.sourceStartFrame + into)}`;
    }),
  );
}

/** When everything but some things is seen and heard, in frames of the film. */
function spansOf(edit: Timeline, exceptIds: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const others = itemsOf(edit).filter(({ item }) => !exceptIds.includes(item.id));
  return new Map(
    others.map((one) => {
      const { startFrame, endFrame } = filmSpanOf(edit, one);
      return [one.item.id, [startFrame, endFrame]] as const;
    }),
  );
}

test('what is split and joined again is what it was, and a split changes no frame of the film', () => {
  fc.assert(
    fc.property(timelines, fc.nat(), fc.nat(), (random, one, at) => {
      const edit = settleClips(random);
      const items = itemsOf(edit);
      const found = items[one % (items.length || 1)];
      if (found === undefined) return;
      const { startFrame, endFrame } = filmSpanOf(edit, found);
      const frame = startFrame + (at % (endFrame - startFrame + 1));
      const cut = splitItem(edit, { id: found.item.id, frame, newId: 'half' });
      if (cut === edit) {
        const isInside = startFrame < frame && frame < endFrame;
        const isNear = isSplitTooNearTransition(edit, { id: found.item.id, frame, newId: 'half' });
        expect(isNear).toBe(isInside);
        if (isInside) expect(found.kind === 'audio' || joinsOf(edit.clips).length === 0).toBe(false);
        return;
      }
      expectSound(cut);
      expect(picturesOf(cut)).toEqual(picturesOf(edit));
      expect(spansOf(cut, [found.item.id, 'half'])).toEqual(spansOf(edit, [found.item.id]));
      const half = (id: string) => filmSpanOf(cut, findItem(cut, id) ?? found);
      expect(half(found.item.id)).toMatchObject({ startFrame, endFrame: frame });
      expect(half('half')).toMatchObject({ startFrame: frame, endFrame });
      expect(joinItems(cut, { ids: [found.item.id, 'half'] })).toEqual(edit);
    }),
    RUNS,
  );
});

test('what is lifted leaves everything else in the frames of the film it had', () => {
  fc.assert(
    fc.property(timelines, fc.array(fc.nat(), { minLength: 1, maxLength: 3 }), (edit, picks) => {
      if (edit.clips.length === 0) return;
      const ids = picks.map((pick) => edit.clips[pick % edit.clips.length]?.id ?? '');
      const lifted = deleteItems(edit, { ids, mode: 'lift' });
      expectSound(lifted);
      const isFilmShorter = ids.includes(edit.clips.at(-1)?.id ?? ''); // and music that lasts as long as the film
      expect(spansOf(lifted, isFilmShorter ? ['music'] : [])).toEqual(
        spansOf(edit, isFilmShorter ? [...ids, 'music'] : ids),
      );
    }),
    RUNS,
  );
});

test('what ended before the next picture came still does when its own picture ends earlier', () => {
  fc.assert(
    fc.property(timelines, fc.nat(), fc.integer({ min: 1, max: 120 }), (edit, which, by) => {
      const place = which % (edit.clips.length || 1);
      const [clip, next] = [edit.clips[place], edit.clips[place + 1]];
      if (clip === undefined || next === undefined) return;
      const shorter = trimClip(edit, { id: clip.id, edge: 'end', byFrames: -by, sourceFrames: SOURCE_FRAMES });
      const nextAt = (timeline: Timeline) =>
        filmSpanOf(timeline, findItem(timeline, next.id) ?? { kind: 'clip', item: next }).startFrame;
      for (const one of itemsOf(edit)) {
        const { startFrame, id } = one.item;
        const left = findItem(shorter, id);
        if (one.kind === 'clip' || one.kind === 'audio' || left === null) continue;
        if (startFrame < clip.startFrame || startFrame >= next.startFrame) continue;
        if (filmSpanOf(edit, one).endFrame > nextAt(edit)) continue;
        const span = filmSpanOf(shorter, left);
        if (span.startFrame >= nextAt(shorter)) continue; // it is left where it is rather than lost
        expect(span.endFrame).toBeLessThanOrEqual(nextAt(shorter));
      }
    }),
    RUNS,
  );
});

/** How far into its clip, in frames of the film, each text and picture begins; by the clip it begins over. */
function overWhat(edit: Timeline): ReadonlyMap<string, readonly [clipId: string, frames: number]> {
  return new Map(
    [...edit.texts, ...edit.images].flatMap(({ id, startFrame }) => {
      const clip = edit.clips.find((one) => one.startFrame <= startFrame && startFrame < one.endFrame);
      const item = findItem(edit, id);
      if (clip === undefined || item === null) return [];
      const from = filmSpanOf(edit, { kind: 'clip', item: clip }).startFrame;
      return [[id, [clip.id, filmSpanOf(edit, item).startFrame - from]] as const];
    }),
  );
}

test('what begins over a picture stays over that picture when other pictures come, go, move, or get longer and shorter', () => {
  const edits = fc.record({ what: fc.nat(4), one: fc.nat(), to: fc.nat(9), by: fc.integer({ min: -90, max: 90 }) });
  fc.assert(
    fc.property(timelines, edits, (edit, { what, one, to, by }) => {
      const target = edit.clips[one % (edit.clips.length || 1)]?.id ?? '';
      const trim = { id: target, byFrames: by, sourceFrames: SOURCE_FRAMES };
      const changed = [
        () => insertClip(edit, { clip: { id: 'new', media: media('video', 9), lengthFrames: 33 }, index: to }),
        () => reorderClips(edit, { ids: [target], index: to }),
        () => deleteItems(edit, { ids: [target], mode: 'ripple' }),
        () => trimClip(edit, { ...trim, edge: 'start' }),
        () => trimClip(edit, { ...trim, edge: 'end' }),
      ][what]?.();
      if (changed === undefined) return;
      const isMoved = what === 1;
      const after = overWhat(changed);
      for (const [id, place] of overWhat(edit)) {
        if (place[0] === target && !isMoved) continue; // what lay over it is shortened or gone with it
        expect(after.get(id)).toEqual(place);
      }
      expect(changed.audio.filter(({ kind }) => kind === 'music')).toEqual(
        edit.audio.filter(({ kind }) => kind === 'music'),
      );
    }),
    RUNS,
  );
});

test('what is moved or trimmed by frames of the film is seen in just those frames', () => {
  fc.assert(
    fc.property(timelines, fc.nat(), fc.integer({ min: -300, max: 300 }), (edit, one, by) => {
      const text = edit.texts[one % (edit.texts.length || 1)];
      if (text === undefined) return;
      const seen = (timeline: Timeline) => {
        const found = findItem(timeline, text.id);
        return found ? filmSpanOf(timeline, found) : { startFrame: -1, endFrame: -1 };
      };
      const before = seen(edit);
      const after = seen(moveFree(edit, { ids: [text.id], byFrames: by }));
      expect(after.endFrame - after.startFrame).toBe(before.endFrame - before.startFrame);
      const length = outputLengthFrames(edit) || Infinity;
      const most = Math.max(0, length - before.endFrame);
      expect(after.startFrame - before.startFrame).toBe(Math.max(-before.startFrame, Math.min(by, most)) + 0);
      const toFrame = before.startFrame + 1 + Math.abs(by);
      if (toFrame <= length) {
        expect(seen(trimFree(edit, { id: text.id, edge: 'end', toFrame }))).toEqual({ ...before, endFrame: toFrame });
      }
    }),
    RUNS,
  );
});

test('at another rate everything keeps its place in seconds, and nothing is lost', () => {
  const rates = fc.constantFrom(
    { num: 24, den: 1 },
    { num: 30000, den: 1001 },
    { num: 12, den: 1 },
    { num: 60, den: 1 },
  );
  fc.assert(
    fc.property(timelines, rates, (random, fps) => {
      const edit = settleClips(random);
      const retimed = retime(edit, fps);
      expectSound(retimed);
      expect(retimed.clips.map(({ id }) => id)).toEqual(edit.clips.map(({ id }) => id));
      for (const [place, text] of retimed.texts.entries()) {
        const before = (edit.texts[place]?.startFrame ?? 0) * edit.fps.den * fps.num;
        expect(Math.abs(text.startFrame - before / (edit.fps.num * fps.den))).toBeLessThanOrEqual(0.5);
      }
      expect(retime(retimed, fps)).toBe(retimed);
    }),
    RUNS,
  );
});

test('clips written over one another become a row, and what is laid over them is seen when it was', () => {
  const starts = fc.array(
    fc.record({ start: fc.nat(200), frames: fc.integer({ min: 1, max: 120 }), fade: fc.nat(30) }),
    {
      maxLength: 6,
    },
  );
  fc.assert(
    fc.property(timelines, starts, (random, places) => {
      const one = Timeline.shape.clips.element.parse({ id: '', media: media('video', 1), startFrame: 0, endFrame: 1 });
      const clips = places.map(({ start, frames, fade }, place) => ({
        ...one,
        id: `clip_${String(place)}`,
        startFrame: start,
        endFrame: start + frames,
        transition: fade > 0 ? { type: 'fade' as const, durationFrames: fade } : null,
      }));
      const edit = { ...random, clips };
      const settled = settleClips(edit);
      expectSound(settled);
      expect(settleClips(settled)).toBe(settled);
      if (clips.some(({ transition }) => transition !== null)) return;
      expect(outputLengthFrames(settled)).toBe(outputLengthFrames(edit));
      expect(settled.texts).toEqual(edit.texts);
    }),
    RUNS,
  );
});
