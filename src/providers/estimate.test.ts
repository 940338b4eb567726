import { expect, test } from 'vitest';
import { estimate, type PricedModel, type PricedRequest } from './estimate.ts';
import type { ModelDescriptor, Price } from './provider.ts';

const of = { asOf: '2026-11-20', source: 'a price list' };
const price = (unit: Price['unit'], microUsd: number, when?: Price['when']): Price => ({
  unit,
  microUsd,
  ...(when && { when }),
  ...of,
});

const model = (fields: Partial<ModelDescriptor>): ModelDescriptor => ({
  id: 'm-1',
  name: 'Model One',
  description: '',
  role: 'video',
  prices: [],
  ...fields,
});

const clip: PricedRequest = {
  role: 'video',
  textBytes: 400,
  pictureCount: 1,
  frame: { width: 1080, height: 1920 },
  durationS: 4.2,
};
const picture: PricedRequest = { role: 'image', textBytes: 400, pictureCount: 2, frame: { width: 1080, height: 1080 } };
const script: PricedRequest = { role: 'llm', textBytes: 4000, pictureCount: 0 };

const paid = (descriptor: ModelDescriptor | undefined, more: Partial<PricedModel> = {}): PricedModel => ({
  provider: { keyless: false, label: 'The vendor' },
  modelId: 'm-1',
  descriptor,
  hasKey: true,
  nowMs: Date.UTC(2026, 10, 21),
  ...more,
});

test('a clip costs the seconds it is asked for, not those the film shows of it', () => {
  const bySecond = model({ durations: { listS: [5, 10] }, prices: [price('second', 50_000)] });
  expect(estimate(clip, paid(bySecond))).toEqual({
    expectedMicroUsd: 250_000,
    atMostMicroUsd: 250_000,
    units: '5 s',
    says: ['A clip of 5 s is asked for in place of 4.2 s: the model makes no shorter clip, and the film trims it.'],
  });
  const long = estimate({ ...clip, durationS: 20 }, paid(bySecond));
  expect(long.expectedMicroUsd).toBe(500_000);
  expect(long.says).toEqual([
    'A clip of 10 s is asked for in place of 20 s: the model makes no longer clip, and its last frame is held.',
  ]);
});

test('of several prices that counts which is for what is sent; where the vendor decides, the dearest is held', () => {
  const prices = [price('second', 100_000, { resolution: '720p' }), price('second', 150_000, { resolution: '1080p' })];
  const fields = { resolution: '720p' };
  const sizes = { portrait: { fields }, landscape: { fields }, square: { fields } };
  const whole = { ...clip, durationS: 4 };
  expect(estimate(whole, paid(model({ sizes, prices })))).toMatchObject({ atMostMicroUsd: 400_000 });
  expect(estimate(whole, paid(model({ prices })))).toMatchObject({ atMostMicroUsd: 600_000 });
  const withBase = [price('second', 10_000), ...prices];
  expect(estimate(whole, paid(model({ sizes, prices: withBase })))).toMatchObject({ expectedMicroUsd: 400_000 });
  expect(estimate(whole, paid(model({ prices: withBase })))).toMatchObject({
    expectedMicroUsd: 40_000,
    atMostMicroUsd: 600_000,
  });
  expect(estimate(whole, paid(model({ sizes, prices: [price('second', 7, { resolution: '4k' })] })))).toMatchObject({
    expectedMicroUsd: 28,
  });
});

test('a picture that is billed by tokens is held with a margin, and what goes along is counted', () => {
  const prices = [
    price('image', 70_000),
    price('mtok_in', 5_000_000, { input: 'text' }),
    price('mtok_in', 8_000_000, { input: 'image' }),
    price('mtok_out', 30_000_000),
  ];
  const found = estimate(picture, paid(model({ role: 'image', prices })));
  expect(found.expectedMicroUsd).toBe(70_000 + 100 * 5 + 2000 * 8);
  expect(found.atMostMicroUsd).toBe(105_000 + 400 * 5 + 3200 * 8);
  expect(estimate(picture, paid(model({ role: 'image', prices: [price('image', 40_000)] })))).toMatchObject({
    expectedMicroUsd: 40_000,
    atMostMicroUsd: 40_000,
    units: '1 image',
  });
});

test('words cost at most what every byte of them and the longest answer would', () => {
  const prices = [price('mtok_in', 1_000_000), price('mtok_out', 5_000_000)];
  const found = estimate(script, paid(model({ role: 'llm', maxOutputTokens: 10_000, prices })));
  expect(found.atMostMicroUsd).toBe(8000 + 4000 + 50_000);
  expect(found.expectedMicroUsd).toBe(1500 + 1000 + 10_000);
  const watching: PricedRequest = { role: 'vision', textBytes: 0, pictureCount: 0, watchedS: 600 };
  expect(estimate(watching, paid(model({ role: 'vision', prices }))).atMostMicroUsd).toBe(8000 + 180_000 + 80_000);
  expect(estimate({ ...watching, watchedS: null }, paid(model({ role: 'vision', prices })))).toMatchObject({
    atMostMicroUsd: null,
  });
});

test('a price that nobody knows is not 0, and a price of half of it is none', () => {
  const says = ['What Model One costs is not known: the catalogue has no price for it.'];
  const unknown = { expectedMicroUsd: null, atMostMicroUsd: null, units: 'unknown' };
  const whole = { ...clip, durationS: 4 };
  expect(estimate(whole, paid(model({})))).toEqual({ ...unknown, says });
  expect(estimate(whole, paid(undefined, { modelId: 'm-9' }))).toMatchObject({
    ...unknown,
    says: ['What m-9 costs is not known: the catalogue has no price for it.'],
  });
  expect(estimate(script, paid(model({ role: 'llm', prices: [price('mtok_in', 1_000_000)] })))).toMatchObject(unknown);
  expect(estimate(picture, paid(model({ role: 'image', prices: [price('mtok_in', 1)] })))).toMatchObject(unknown);
});

test('what needs no key is free and says so, until a key is sent along', () => {
  const free = { keyless: true, label: 'Ollama' };
  const found = estimate(script, paid(model({ role: 'llm' }), { provider: free, hasKey: false }));
  expect(found).toEqual({ expectedMicroUsd: 0, atMostMicroUsd: 0, units: 'free', says: ['Ollama is free.'] });
  expect(estimate(script, paid(model({ role: 'llm' }), { provider: free }))).toMatchObject({ atMostMicroUsd: null });
});

test('a retired model warns of itself from its day on, and a shape that no model makes is told', () => {
  const sizes = {
    portrait: { fields: { ratio: '9:16' } },
    landscape: { fields: { ratio: '16:9' } },
    square: { fields: { ratio: '9:16' }, isNearest: true as const },
  };
  const retired = model({ role: 'image', sizes, retiredAt: Date.UTC(2026, 4, 12), replacedBy: 'm-2' });
  const prices = [price('image', 40_000)];
  expect(estimate(picture, paid({ ...retired, prices })).says).toEqual([
    'Model One is retired since 2026-05-12: m-2 takes its place. It is asked all the same, and may not answer.',
    'Model One has no square size: the nearest was made, and the film shows the middle of it.',
  ]);
  expect(estimate(picture, paid({ ...retired, prices }, { nowMs: Date.UTC(2026, 4, 11) })).says).toHaveLength(1);
});
