import { expect, test } from 'vitest';
import { startChanges, startOf } from './start-from.ts';

test('what was chosen to start from is what a work says it starts from', () => {
  for (const start of ['brief', 'reference', 'pictures'] as const) {
    expect(startOf({ ...startChanges[start], hasReferenceVideo: false })).toBe(start);
  }
});

test('a work that says nothing begins with words, and one that has a reference with that', () => {
  const nothing = { mode: null, assetUsageMode: null };
  expect(startOf({ ...nothing, hasReferenceVideo: false })).toBe('brief');
  expect(startOf({ ...nothing, hasReferenceVideo: true })).toBe('reference');
  expect(startOf({ mode: 'content_remix', assetUsageMode: 'reference', hasReferenceVideo: true })).toBe('reference');
});
