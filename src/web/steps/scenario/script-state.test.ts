import { expect, test } from 'vitest';
import type { Job } from '#contract/job.ts';
import { scriptStateOf } from './script-state.ts';

const job = (change: Partial<Job>): Job => ({
  id: 'job_1',
  kind: 'scenario',
  workId: 'work_1',
  status: 'running',
  progress: 0,
  stage: '',
  createdAt: 0,
  updatedAt: 0,
  ...change,
});

test('a script that is under way is being written, one that failed has failed', () => {
  expect(scriptStateOf([job({})]).kind).toBe('writing');
  expect(scriptStateOf([job({ kind: 'film', status: 'queued' })]).kind).toBe('writing');
  expect(scriptStateOf([job({ status: 'failed' }), job({})]).kind).toBe('failed');
  expect(scriptStateOf([job({ status: 'uncertain' })]).kind).toBe('uncertain');
});

test('neither other jobs nor other versions of scenes are a script', () => {
  expect(scriptStateOf([job({ kind: 'image' })]).kind).toBe('none');
  expect(scriptStateOf([job({ result: { proposal: { sceneId: null } } })]).kind).toBe('none');
  expect(scriptStateOf([job({ status: 'cancelled' }), job({ status: 'failed' })]).kind).toBe('none');
  expect(scriptStateOf([]).kind).toBe('none');
});
