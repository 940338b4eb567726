import { expect, test } from 'vitest';
import type { Job } from '#contract/job.ts';
import type { GeneratedScene } from '#contract/scene.ts';
import type { Work } from '#contract/work.ts';
import { boardOf, countStates, keepSame, nextInNeed, passes, timeLeftMs } from './board.ts';

const aWork = (shown: readonly Partial<GeneratedScene>[]): Work =>
  ({
    scenes: shown.map((_, index) => ({
      id: `scn_${index}`,
      scene_index: index,
      duration_seconds: 4.5,
      image_prompt: `Scene number ${index}`,
    })),
    generatedScenes: shown.map((scene, sceneIndex) => ({ sceneIndex, status: 'pending', ...scene })),
  }) as unknown as Work;
const aJob = (sceneIndex: number, more: Partial<Job>): Job =>
  ({
    id: `job_${sceneIndex}`,
    kind: 'image',
    status: 'running',
    progress: 0,
    createdAt: 1,
    sceneIndex,
    ...more,
  }) as Job;
const take = { id: 'take_1', number: 2 };

test('a scene stands as the server says, and an approved picture no longer waits for a review', () => {
  const work = aWork([
    {},
    { status: 'generating_image' },
    { status: 'image_ready', imageTake: take },
    { status: 'image_ready', imageTake: take, approved: true },
    { status: 'done', imageTake: take, videoTake: take },
    { status: 'error', error: 'out of credit', code: 'provider_quota', imageTake: take },
    { status: 'error', error: 'not known', code: 'submission_uncertain' },
  ]);
  const cards = boardOf(work, [], []);
  const states = ['pending', 'making_image', 'review', 'approved', 'done', 'failed', 'uncertain'];
  expect(cards.map(({ state }) => state)).toEqual(states);
  expect(cards.map(({ startS }) => startS)).toEqual([0, 4.5, 9, 13.5, 18, 22.5, 27]);
  expect(countStates(cards)).toMatchObject({ review: 1, done: 1, uncertain: 1 });
});

test('a job in doubt is told even beside a picture that is shown', () => {
  const work = aWork([{ status: 'image_ready', imageTake: take }]);
  const [card] = boardOf(work, [aJob(0, { status: 'uncertain', kind: 'video', provider: 'runway' })], []);
  expect(card).toMatchObject({ state: 'uncertain', job: { id: 'job_0', provider: 'runway' } });
});

test('progress is told where the vendor tells it, of the half of a scene that is being made', () => {
  const work = aWork([{ status: 'generating_video' }]);
  const jobs = [
    aJob(0, { id: 'whole', kind: 'scene', progress: 0.1 }),
    aJob(0, { id: 'half', kind: 'video', progress: 0.62, etaMs: 40_000 }),
  ];
  const [card] = boardOf(work, jobs, []);
  expect(card?.job).toMatchObject({ id: 'half', progress: 0.62, etaMs: 40_000 });
  expect(boardOf(work, [aJob(0, {})], [])[0]?.job?.progress).toBeNull();
  expect(timeLeftMs(boardOf(work, jobs, []))).toBe(40_000);
});

test('what is in doubt comes before reviews, and reviews before failures', () => {
  const cards = (['failed', 'review', 'done', 'uncertain'] as const).map((state) => ({ state }));
  expect(nextInNeed(cards)).toBe(cards[3]);
  expect(nextInNeed(cards.slice(0, 3))).toBe(cards[1]);
  expect(nextInNeed([{ state: 'done' as const }])).toBeNull();
  expect(cards.map((card) => passes('needs', card))).toEqual([true, true, false, true]);
});

test('news about one scene leave the cards of the others the very same', () => {
  const work = aWork([{}, { status: 'generating_image' }]);
  const before = boardOf(work, [aJob(1, { progress: 0.1 })], []);
  const after = keepSame(before, boardOf(work, [aJob(1, { progress: 0.2 })], []));
  expect([after[0] === before[0], after[1] === before[1]]).toEqual([true, false]);
  expect(keepSame(before, boardOf(work, [aJob(1, { progress: 0.1 })], []))).toBe(before);
});
