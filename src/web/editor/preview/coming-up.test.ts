import { expect, test } from 'vitest';
import { Timeline } from '#contract/timeline.ts';
import { planFilm } from '#domain/timeline/plan-film.ts';
import { comingUp } from './coming-up.ts';

const clip = (id: string, startFrame: number, endFrame: number, more = {}) => ({
  id,
  media: { sha256: 'a'.repeat(64), kind: 'video' as const },
  startFrame,
  endFrame,
  ...more,
});
const plan = planFilm(
  Timeline.parse({
    schemaVersion: 1,
    fps: { num: 30, den: 1 },
    width: 1080,
    height: 1920,
    clips: [
      clip('a', 0, 60, { transition: { type: 'fade', durationFrames: 10 } }),
      clip('b', 60, 120, { sourceStartFrame: 7 }),
      clip('c', 120, 180),
    ],
    texts: [{ id: 't', text: 'Words', startFrame: 70, endFrame: 100, fontSize: 40 }],
  }),
);

test('the next clip is opened as it first appears: in the transition before it', () => {
  const { clips } = comingUp(plan, 20, 40);
  expect(clips.map(({ clip: { id }, sourceFrame }) => [id, sourceFrame])).toEqual([['b', 7]]);
});

test('of several clips the nearest is first, and what is shown already is not coming up', () => {
  expect(comingUp(plan, 0, 1000).clips.map(({ clip: { id } }) => id)).toEqual(['b', 'c']);
  expect(comingUp(plan, 115, 1000).clips).toEqual([]);
});

test('words that come soon are drawn ahead', () => {
  expect(comingUp(plan, 50, 15).overlays.map(({ overlay: { id } }) => id)).toEqual(['t']);
  expect(comingUp(plan, 0, 15).overlays).toEqual([]);
});
