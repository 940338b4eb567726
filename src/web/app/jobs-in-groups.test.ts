import { expect, test } from 'vitest';
import type { Job } from '#contract/job.ts';
import { jobsInGroups, type JobsOfWork } from './jobs-in-groups.ts';

const NOW = 10_000_000;
const aJob = (id: string, more: Partial<Job> = {}): Job => ({
  id,
  kind: 'image',
  workId: 'work_1',
  projectId: 'proj_1',
  workName: 'Launch',
  status: 'running',
  progress: 0,
  stage: '',
  createdAt: NOW,
  updatedAt: NOW,
  ...more,
});
const ids = (groups: readonly JobsOfWork[]) => groups.map(({ jobs }) => jobs.map(({ id }) => id));

test('what goes on is told by work, the last begun first', () => {
  const groups = jobsInGroups(
    [
      aJob('job_a', { createdAt: 1 }),
      aJob('job_b', { createdAt: 3, workId: 'work_2', workName: 'Other' }),
      aJob('job_c', { createdAt: 2, status: 'queued' }),
    ],
    [],
    NOW,
  );
  expect(ids(groups.running)).toEqual([['job_b'], ['job_c', 'job_a']]);
  expect(groups.running.map(({ workName }) => workName)).toEqual(['Other', 'Launch']);
  expect(groups.runningCount).toBe(3);
});

test('the halves of a scene are the scene, and previews nobody asked for are not counted', () => {
  const groups = jobsInGroups(
    [
      aJob('job_scene', { kind: 'scene', parts: ['job_half', 'job_not_there_yet'] }),
      aJob('job_half'),
      aJob('job_d', { kind: 'derive' }),
    ],
    [],
    NOW,
  );
  expect(ids(groups.running)).toEqual([['job_scene']]);
});

test('what nobody knows the end of is asked where it is in doubt: of the half, not of the whole', () => {
  const groups = jobsInGroups(
    [
      aJob('job_scene', { kind: 'scene', parts: ['job_half'], status: 'uncertain' }),
      aJob('job_half', { status: 'uncertain' }),
    ],
    [],
    NOW,
  );
  expect(ids(groups.needsYou)).toEqual([['job_half']]);
  expect([groups.needsYouCount, groups.runningCount]).toEqual([1, 0]);
});

test('what ended is shown for an hour', () => {
  const recent = [
    aJob('job_new', { status: 'done', updatedAt: NOW - 60_000 }),
    aJob('job_old', { status: 'failed', updatedAt: NOW - 3_600_001 }),
  ];
  expect(ids(jobsInGroups([], recent, NOW).ended)).toEqual([['job_new']]);
});

test('the latest news of a job count, wherever they come from', () => {
  const groups = jobsInGroups([aJob('job_a', { progress: 0.7 })], [aJob('job_a', { progress: 0.1 })], NOW);
  expect(groups.running[0]?.jobs).toEqual([aJob('job_a', { progress: 0.7 })]);
});
