import { expect, test } from 'vitest';
import { Timeline } from '#contract/timeline.ts';
import { moveFree } from '#domain/editing/move-free.ts';
import { dropPlace } from './drop-place.ts';
import { nextItem } from './next-item.ts';
import { snapPoints } from './snap-points.ts';
import { findLaid, layoutOf } from './timeline-layout.ts';

const sha256 = 'a'.repeat(64);
const media = { sha256, kind: 'video' as const };

/** Three clips of 180 frames, the first going over into the second in 15; two texts over one another, a song and a voice. */
const film = Timeline.parse({
  schemaVersion: 1,
  fps: { num: 30, den: 1 },
  width: 1080,
  height: 1920,
  clips: [
    { id: 'a', media, startFrame: 0, endFrame: 180, transition: { type: 'fade', durationFrames: 15 } },
    { id: 'b', media, startFrame: 180, endFrame: 360 },
    { id: 'c', media, startFrame: 360, endFrame: 540 },
  ],
  texts: [
    { id: 'late', startFrame: 240, endFrame: 300, text: 'late', fontSize: 40 },
    { id: 'title', startFrame: 10, endFrame: 100, text: 'title', fontSize: 40 },
    { id: 'under', startFrame: 50, endFrame: 120, text: 'under', fontSize: 40 },
  ],
  audio: [
    { id: 'song', kind: 'music', media: { sha256, kind: 'audio' } },
    { id: 'voice', kind: 'voice', media: { sha256, kind: 'audio' }, startFrame: 180, endFrame: 240 },
  ],
  markers: [{ id: 'm', frame: 200 }],
});
const layout = layoutOf(film);

test('a clip is drawn to where the next one comes, and both are seen in their transition', () => {
  expect(layout.clip.map(({ startFrame, endFrame }) => [startFrame, endFrame])).toEqual([
    [0, 165],
    [165, 345],
    [345, 525],
  ]);
  expect(layout.clip[0]?.transition).toEqual({ type: 'fade', startFrame: 165, endFrame: 180 });
  expect(layout.clip.map(({ hasNext }) => hasNext)).toEqual([true, true, false]);
  expect(layout.lengthFrames).toBe(525);
});

test('what lies over the picture is drawn where it is seen, and what overlaps in lanes', () => {
  expect(layout.text.map(({ id, lane, startFrame }) => [id, lane, startFrame])).toEqual([
    ['title', 0, 10],
    ['under', 1, 50],
    ['late', 0, 225],
  ]);
  expect(layout.lanes).toEqual({ text: 2, image: 1, clip: 1, audio: 2 });
  expect(findLaid(layout, 'song')?.laid).toMatchObject({ startFrame: 0, endFrame: 525 });
  expect(findLaid(layout, 'voice')?.laid).toMatchObject({ startFrame: 165, endFrame: 225, lane: 1 });
});

test('a track on which nothing changed lies as it lay, so that it is not drawn again', () => {
  const moved = layoutOf(moveFree(film, { ids: ['late'], byFrames: 5 }));
  expect(moved.clip).toBe(layout.clip);
  expect(moved.audio).toBe(layout.audio);
  expect(findLaid(moved, 'late')?.laid.startFrame).toBe(230);
});

test('a shorter transition moves what is seen after it, though nothing but the clips is another', () => {
  const clips = film.clips.map((one) => (one.id === 'a' ? { ...one, transition: null } : one));
  expect(findLaid(layoutOf({ ...film, clips }), 'late')?.laid.startFrame).toBe(240);
});

test('a drag is drawn to every edge but its own, to the playhead and to markers', () => {
  const points = snapPoints(film, { dragged: ['late'], playhead: 77 });
  expect(points).toEqual([0, 10, 50, 77, 100, 120, 165, 185, 225, 345, 525]);
  expect(snapPoints(film, { dragged: ['late', 'title'], playhead: null })).not.toContain(10);
});

test('arrows go along a track, and to what lies nearest in the next one', () => {
  const from = (id: string, key: string) => {
    const track = findLaid(layout, id)?.track ?? 'clip';
    return nextItem(layout, { track, id }, key)?.id ?? null;
  };
  expect(from('a', 'ArrowRight')).toBe('b');
  expect(from('c', 'ArrowRight')).toBeNull();
  expect(from('b', 'Home')).toBe('a');
  expect(from('a', 'End')).toBe('c');
  expect(from('late', 'ArrowDown')).toBe('b');
  expect(from('c', 'ArrowUp')).toBe('late');
  expect(from('a', 'ArrowUp')).toBe('title');
  expect(from('b', 'ArrowDown')).toBe('song');
  expect(from('song', 'ArrowDown')).toBeNull();
});

test('a clip is dropped before the first whose middle is after the hand', () => {
  expect(dropPlace(layout.clip, ['a'], 100)).toEqual({ index: 0, markFrame: 165 });
  expect(dropPlace(layout.clip, ['a'], 300)).toEqual({ index: 1, markFrame: 345 });
  expect(dropPlace(layout.clip, ['a'], 500)).toEqual({ index: 2, markFrame: 525 });
  expect(dropPlace(layout.clip, ['c'], 20)).toEqual({ index: 0, markFrame: 0 });
});
