import { expect, test } from 'vitest';
import type { ExportEstimate } from '#contract/export.ts';
import { examples } from '#contract/examples.ts';
import { estimateOfAll, toldRange } from './estimate-of-all.ts';

const one: ExportEstimate = {
  ...examples.estimateExport.answer,
  sizeBytes: { least: 10, most: 12 },
  renderS: { least: 4, most: 8 },
  freeBytes: 1000,
  neededBytes: 400,
  notes: ['scene 2 is 0.4 s shorter than its place'],
};

test('three files take what each of them takes', () => {
  const all = estimateOfAll([one, one, one]);
  expect(all).toMatchObject({ files: 3, sizeBytes: { least: 30, most: 36 }, renderS: { least: 12, most: 24 } });
  expect(all?.notes).toEqual(['scene 2 is 0.4 s shorter than its place']);
});

test('nothing is said of size and time where one of the files is not known', () => {
  expect(estimateOfAll([one, { ...one, sizeBytes: null }])).toMatchObject({
    sizeBytes: null,
    renderS: { least: 8, most: 16 },
  });
});

test('what is rendered already is counted over all frames of all files', () => {
  const half = { ...one, framesTotal: 100, segments: { total: 4, reused: 2, framesMissing: 50 } };
  expect(estimateOfAll([half, { ...half, segments: { total: 4, reused: 4, framesMissing: 0 } }])?.shareReused).toBe(
    0.75,
  );
  expect(estimateOfAll([{ ...half, segments: null }])?.shareReused).toBe(0);
});

test('files that fit one by one may be too large together', () => {
  expect(estimateOfAll([one, one])?.isTooLarge).toBe(false);
  expect(estimateOfAll([one, one, one])?.isTooLarge).toBe(true);
});

test('ends that are near each other are told as one number', () => {
  expect(toldRange({ least: 40, most: 50 })).toEqual([45]);
  expect(toldRange({ least: 40, most: 60 })).toEqual([40, 60]);
});

test('nothing asked for takes nothing', () => {
  expect(estimateOfAll([])).toBeNull();
});
