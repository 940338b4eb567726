import { expect, test } from 'vitest';
import { stillUrl } from './still-url.ts';

const place = { projectId: 'proj_1', workId: 'work_1' };
const at = (frame: number, num: number, den: number): number => {
  const [, seconds = ''] = stillUrl(place, { fps: { num, den } }, frame).split('?t=');
  expect(seconds).toMatch(/^\d{1,5}\.\d{1,9}$/); // as the server reads it
  return Math.floor((Number(seconds) * num) / den);
};

test('the address of a still says a moment that no rounding takes out of its frame', () => {
  for (const [num, den] of [
    [30, 1],
    [24_000, 1001],
    [30_000, 1001],
    [240, 1],
  ] as const) {
    for (let frame = 0; frame < 5000; frame += 7) expect(at(frame, num, den)).toBe(frame);
  }
});
