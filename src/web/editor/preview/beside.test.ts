import { expect, test } from 'vitest';
import { Timeline } from '#contract/timeline.ts';
import { planFilm } from '#domain/timeline/plan-film.ts';
import { beside } from './beside.ts';

const clip = (id: string, startFrame: number, endFrame: number) => ({
  id,
  media: { sha256: 'a'.repeat(64), kind: 'video' as const },
  startFrame,
  endFrame,
});
const plan = planFilm(
  Timeline.parse({
    schemaVersion: 1,
    fps: { num: 30, den: 1 },
    width: 1080,
    height: 1920,
    clips: [clip('a', 0, 60), clip('b', 60, 120), clip('c', 150, 180)],
  }),
);
const named = (frame: number) => beside(plan, frame).map(({ clip: { id }, sourceFrame }) => [id, sourceFrame]);

test('the next clip is opened where it begins, the one before where it ends', () => {
  expect(named(30)).toEqual([['b', 0]]);
  expect(named(60)).toEqual([['a', 59]]);
  expect(named(130)).toEqual([
    ['c', 0],
    ['b', 59],
  ]);
});
