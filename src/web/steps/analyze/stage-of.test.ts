import { expect, test } from 'vitest';
import { latestLook, stageOf } from './stage-of.ts';

test('the built-in eye looks and then follows the camera, a model is asked after measuring', () => {
  const at = (progress: number, provider?: string) =>
    stageOf({ status: 'running', progress, ...(provider ? { provider } : {}) });
  expect([at(0), at(0.69), at(0.7)]).toEqual(['frames', 'frames', 'camera']);
  expect([at(0.2, 'gemini'), at(0.5, 'gemini')]).toEqual(['measuring', 'asking']);
  expect(stageOf({ status: 'queued', progress: 0 })).toBe('waiting');
});

test('of several analyses the latest counts, and one that ended well or was stopped leaves nothing to be said', () => {
  const job = (kind: string, status: string) => ({ kind, status }) as never;
  expect(latestLook([job('scenario', 'running'), job('analyze', 'failed')])).toMatchObject({ status: 'failed' });
  expect(latestLook([job('analyze', 'cancelled'), job('analyze', 'failed')])).toBeNull();
  expect(latestLook([job('analyze', 'done')])).toBeNull();
  expect(latestLook([])).toBeNull();
});
