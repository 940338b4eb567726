import { expect, test } from 'vitest';
import { keys } from '../queries/keys.ts';
import { effectsOf, type LiveEvent } from './live-effects.ts';

const WHOSE = { workId: 'work_1', projectId: 'proj_1' };
const event = (type: string, data: LiveEvent['data'] = {}): LiveEvent => ({ id: 1, type, data: { ...WHOSE, ...data } });
const staleOf = (given: LiveEvent) =>
  effectsOf(given).flatMap((effect) => (effect.kind === 'stale' ? [effect.key] : []));
const patched = (given: LiveEvent, key: readonly unknown[], cached: unknown): unknown =>
  effectsOf(given)
    .filter((effect) => effect.kind === 'patch' && String(effect.key) === String(key))
    .reduce((value, effect) => (effect.kind === 'patch' ? effect.change(value) : value), cached);

test('a scene shows its new state at once, and the work and its lists are asked again', () => {
  const work = {
    generatedScenes: [
      { sceneIndex: 0, status: 'generating_image', imageUrl: '/a', error: 'was refused', code: 'provider_quota' },
      { sceneIndex: 1, status: 'pending' },
    ],
  };
  const told = event('scene', { sceneIndex: 0, status: 'image_ready' });
  expect(patched(told, keys.work('work_1'), work)).toEqual({
    generatedScenes: [
      { sceneIndex: 0, status: 'image_ready', imageUrl: '/a' },
      { sceneIndex: 1, status: 'pending' },
    ],
  });
  expect(staleOf(told)).toEqual(
    expect.arrayContaining([
      keys.work('work_1'),
      keys.works('proj_1'),
      keys.projects,
      keys.changes('work_1'),
      keys.edit('work_1'),
    ]),
  );
});

test('a failure is shown with its reason, beside what the scene has', () => {
  const work = { generatedScenes: [{ sceneIndex: 0, status: 'generating_video', imageUrl: '/a' }] };
  const told = event('scene', { sceneIndex: 0, status: 'error', error: 'Out of credit', code: 'provider_quota' });
  expect(patched(told, keys.work('work_1'), work)).toEqual({
    generatedScenes: [
      { sceneIndex: 0, status: 'error', imageUrl: '/a', error: 'Out of credit', code: 'provider_quota' },
    ],
  });
});

test('progress of a job is laid into the lists of jobs and asks nothing again', () => {
  const jobs = [
    { id: 'job_1', status: 'queued', progress: 0, stage: 'x' },
    { id: 'job_2', status: 'queued', progress: 0 },
  ];
  const told = event('job', { jobId: 'job_1', status: 'running', progress: 0.4 });
  for (const key of [keys.jobs, keys.jobsOfWork('work_1')]) {
    expect(patched(told, key, jobs)).toEqual([{ id: 'job_1', status: 'running', progress: 0.4, stage: 'x' }, jobs[1]]);
  }
  expect(staleOf(told)).toEqual([]);
});

test('a job that no list has is asked for: its news change nothing that is there', () => {
  const jobs = [{ id: 'job_2' }];
  const told = event('job', { jobId: 'job_1', status: 'running', progress: 0.4 });
  expect(patched(told, keys.jobs, jobs)).toBe(jobs);
  expect(effectsOf(told)).toContainEqual(expect.objectContaining({ kind: 'patch', key: keys.jobs, orAskAgain: true }));
});

test('a job that begins or ends asks again for the lists of jobs and for what money was held or spent', () => {
  for (const status of ['queued', 'done', 'failed', 'cancelled', 'uncertain']) {
    expect(staleOf(event('job', { jobId: 'job_1', status }))).toEqual(
      expect.arrayContaining([keys.jobs, keys.spend, keys.budgets, keys.work('work_1')]),
    );
  }
});

test('a job outside works ends: whatever of a project it was for is asked again', () => {
  const told: LiveEvent = {
    id: 1,
    type: 'job',
    data: { workId: null, projectId: null, jobId: 'job_1', status: 'done' },
  };
  expect(staleOf(told)).toContainEqual(['project']);
});

test('an export that is rendered shows its frames as they come, and asks again only for what it has behind it', () => {
  const shown = {
    id: 'exp_1',
    status: 'running',
    framesDone: 0,
    framesTotal: 120,
    stage: 'picture',
    segments: { done: 1 },
  };
  const further = (more: object) =>
    patched(
      event('export', { exportId: 'exp_1', jobId: 'job_1', status: 'running', progress: 0.25, ...more }),
      keys.exports('work_1'),
      [shown],
    );
  const told = { stage: 'picture', segmentsDone: 1, etaMs: 4000 };
  expect(further(told)).toEqual([{ ...shown, framesDone: 30, etaMs: 4000 }]);
  // The same object, so that it is asked for: a segment is there, a stage is over.
  expect(further({ ...told, segmentsDone: 2 })).toEqual([shown]);
  expect(further({ ...told, stage: 'sound' })).toEqual([shown]);
  const ended = staleOf(event('export', { exportId: 'exp_1', status: 'done' }));
  expect(ended).toContainEqual(keys.exports('work_1'));
  expect(ended).toContainEqual(keys.exportEstimates('work_1'));
});

test('one more take asks again for the takes of its work', () => {
  expect(staleOf(event('take', { takeId: 'take_1', sceneId: 'scn_1' }))).toContainEqual(['work', 'work_1', 'takes']);
});

test('who was away too long asks for everything shown', () => {
  expect(effectsOf(event('reset'))).toEqual([{ kind: 'stale', key: [] }]);
});

test('news of a kind that is not known yet mean nothing', () => {
  expect(effectsOf(event('weather'))).toEqual([]);
});
