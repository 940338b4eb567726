import { expect, test } from 'vitest';
import type { Job } from '#contract/job.ts';
import { sceneWork } from './panel-jobs.ts';

const job = (id: string, status: Job['status'], createdAt: number, more: object = {}) =>
  ({ id, status, createdAt, kind: 'image', sceneIndex: 2, ...more }) as Job;
const place = { sceneIndex: 2, kind: 'image', newestTakeAtMs: null } as const;

test('only the jobs of this scene and kind are told, and those of variants one by one', () => {
  const jobs = [
    job('all', 'running', 5, { parts: ['a', 'b'] }),
    job('a', 'running', 5),
    job('b', 'queued', 6),
    job('clip', 'running', 7, { kind: 'video' }),
    job('elsewhere', 'running', 8, { sceneIndex: 3 }),
  ];
  expect(sceneWork(jobs, place).running.map(({ id }) => id)).toEqual(['b', 'a']);
});

test('a failure is told until something was made since, or is under way', () => {
  const failed = [job('a', 'failed', 5), job('b', 'done', 3)];
  expect(sceneWork(failed, place).failed?.id).toBe('a');
  expect(sceneWork(failed, { ...place, newestTakeAtMs: 6 }).failed).toBeNull();
  expect(sceneWork([...failed, job('c', 'running', 7)], place).failed).toBeNull();
});

test('a job in doubt stays told whatever came after it', () => {
  expect(sceneWork([job('c', 'done', 7), job('u', 'uncertain', 5)], place).uncertain?.id).toBe('u');
});
