import { expect, test } from 'vitest';
import { nextStep } from './next-step.ts';

const unsaid = {
  mode: null,
  assetUsageMode: null,
  hasReferenceVideo: false,
  productName: null,
  productDescription: null,
} as const;
const nothing = { ...unsaid, selectedAssetIds: [] as string[] };
const fresh = { hasAnalysis: false, hasScenes: false };

test('a film of words needs a subject before its script can be written', () => {
  expect(nextStep({ ...nothing, productName: '  ' }, fresh)).toEqual({ kind: 'write', missing: 'subject' });
  expect(nextStep({ ...nothing, productDescription: 'Tea, hot.' }, fresh)).toEqual({ kind: 'write', missing: null });
});

test('a reference is brought, then analyzed, then written after', () => {
  const wanted = { ...nothing, mode: 'style_transfer' } as const;
  const brought = { ...wanted, hasReferenceVideo: true, productName: 'Tea' };
  expect(nextStep(wanted, fresh)).toEqual({ kind: 'analyze', missing: 'reference' });
  expect(nextStep(brought, fresh)).toEqual({ kind: 'analyze', missing: null });
  expect(nextStep(brought, { ...fresh, hasAnalysis: true })).toEqual({ kind: 'write', missing: null });
});

test('a film of one’s own pictures needs pictures, and no words', () => {
  const direct = { ...nothing, assetUsageMode: 'direct' } as const;
  expect(nextStep(direct, fresh)).toEqual({ kind: 'write', missing: 'pictures' });
  expect(nextStep({ ...direct, selectedAssetIds: ['asset_1'] }, fresh)).toEqual({ kind: 'write', missing: null });
});

test('where there is a script it is opened, never written over by the way', () => {
  expect(nextStep(nothing, { ...fresh, hasScenes: true }).kind).toBe('open-script');
});
