import { expect, test } from 'vitest';
import type { ProviderInfo } from '#contract/provider-info.ts';
import { factsOf } from './provider-picker-can-do.ts';

type ModelInfo = ProviderInfo['models'][number];
const model = (more: object) => ({ prices: [], ...more }) as unknown as ModelInfo;
const portrait = { width: 1080, height: 1920 };

test('a model that films tells its lengths and whether it takes a last picture', () => {
  const facts = factsOf(
    model({ durations: { listS: [5, 10] }, input: { lastFrame: true }, audio: true }),
    'video',
    portrait,
  );
  expect(facts).toContainEqual({ kind: 'lengths', seconds: [5, 10] });
  expect(facts).toContainEqual({ kind: 'lastFrame', isTaken: true });
  expect(facts).toContainEqual({ kind: 'sound' });
});

test('the size that is told is the one for the shape of the film', () => {
  const sizes = {
    portrait: { fields: { width: 720, height: 1280 } },
    landscape: { fields: { ratio: '16:9' } },
    square: { fields: { ratio: '1:1' }, isNearest: true },
  };
  const told = (width: number, height: number) => factsOf(model({ sizes }), 'image', { width, height })[0];
  expect(told(1080, 1920)).toEqual({ kind: 'size', fields: '720 × 1280', isNearest: false });
  expect(told(1000, 1010)).toEqual({ kind: 'size', fields: '1:1', isNearest: true });
});
