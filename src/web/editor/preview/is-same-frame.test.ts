import { expect, test } from 'vitest';
import { Timeline } from '#contract/timeline.ts';
import { moveFree } from '#domain/editing/move-free.ts';
import { setTexts } from '#domain/editing/set-properties.ts';
import { trimClip } from '#domain/editing/trim-clip.ts';
import { planFilm } from '#domain/timeline/plan-film.ts';
import { frameAt } from '#effects/frame-at.ts';
import { isSameFrame } from './is-same-frame.ts';

const media = { sha256: 'a'.repeat(64), kind: 'video' as const };
const clip = (id: string, startFrame: number) => ({ id, media, startFrame, endFrame: startFrame + 100 });
const animation = { type: 'fade', inFrames: 5, outFrames: 5 };
const film = Timeline.parse({
  schemaVersion: 1,
  fps: { num: 30, den: 1 },
  width: 1080,
  height: 1920,
  clips: [{ ...clip('a', 0), transition: { type: 'fade', durationFrames: 20 } }, clip('b', 100), clip('c', 200)],
  texts: [
    { id: 'near', text: 'Near', startFrame: 10, endFrame: 60, fontSize: 40, animation },
    { id: 'far', text: 'Far', startFrame: 210, endFrame: 250, fontSize: 40 },
  ],
});
const isSame = (other: Timeline, frame: number): boolean =>
  isSameFrame(frameAt(planFilm(film), film, frame), frameAt(planFilm(other), other, frame));

test('what is moved or trimmed elsewhere leaves the frame that is shown as it is', () => {
  expect(isSame(moveFree(film, { ids: ['far'], byFrames: 5 }), 30)).toBe(true);
  expect(isSame(trimClip(film, { id: 'c', edge: 'end', byFrames: -5, sourceFrames: null }), 30)).toBe(true);
});

test('what is changed in the frame itself makes it another', () => {
  expect(isSame(moveFree(film, { ids: ['near'], byFrames: 5 }), 30)).toBe(false);
  expect(isSame(moveFree(film, { ids: ['near'], byFrames: 5 }), 12)).toBe(false);
  expect(isSame(moveFree(film, { ids: ['far'], byFrames: -190 }), 30)).toBe(false);
  expect(isSame(setTexts(film, { ids: ['near'], changes: { text: 'Nearer' } }), 30)).toBe(false);
  expect(isSame({ ...film, clips: film.clips.map((one) => ({ ...one, volume: 0 })) }, 30)).toBe(false);
  expect(isSame(trimClip(film, { id: 'a', edge: 'start', byFrames: 3, sourceFrames: null }), 30)).toBe(false);
  expect(isSame(trimClip(film, { id: 'a', edge: 'end', byFrames: -90, sourceFrames: null }), 30)).toBe(false);
});

test('inside a transition it is not said, since its length counts too', () => {
  expect(isSame(film, 85)).toBe(false);
  expect(isSame(film, 150)).toBe(true);
});
