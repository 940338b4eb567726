import { expect, test } from 'vitest';
import type { ProviderInfo } from '#contract/provider-info.ts';
import type { ProviderSetting } from '#contract/provider-setting.ts';
import type { RetiredModel } from '#contract/retired-model.ts';
import { priceOfModel } from './model-price.ts';
import { engines, isBuiltIn, keyed, needsOf, stateOf, vendorsOf } from './providers-facts.ts';
import { roleModels, writesFor } from './role-models.ts';

const setting = (provider: string, fields: Partial<ProviderSetting> = {}): ProviderSetting => ({
  provider,
  name: provider,
  vendor: provider,
  keyless: false,
  takesKey: true,
  needsKey: true,
  hasKey: false,
  keyHint: null,
  baseUrl: null,
  usualBaseUrl: 'https://example.com',
  models: {},
  concurrent: null,
  usualConcurrent: null,
  settings: {},
  testedAt: null,
  testResult: null,
  updatedAt: null,
  ...fields,
});
const info = (
  id: string,
  category: ProviderInfo['category'],
  models: readonly string[],
  fields: Partial<ProviderInfo> = {},
): ProviderInfo => ({
  id,
  name: id,
  category,
  description: '',
  keyless: false,
  takesKey: true,
  needsKey: true,
  vendor: id,
  onlyListedModels: false,
  models: models.map((model) => ({ id: model, name: model, description: '', prices: [], isRetired: false })),
  ...fields,
});
const local = { keyless: true, takesKey: false, needsKey: false };
const price = { asOf: '2026-11-01', source: 'https://example.com' };

test('two providers with one key are one row, and the built-in engine leads those of one’s own', () => {
  const vendors = vendorsOf(
    [info('openai', 'llm', []), info('dalle', 'image', [], { vendor: 'openai' }), info('local', 'video', [], local)],
    [
      setting('comfyui', { ...local }),
      setting('openai'),
      setting('dalle', { vendor: 'openai' }),
      setting('local', { ...local, usualBaseUrl: null }),
    ],
  );
  expect(keyed(vendors).map(({ id, roles }) => [id, roles])).toEqual([['openai', ['llm', 'image']]]);
  expect(engines(vendors).map((one) => [one.id, isBuiltIn(one)])).toEqual([
    ['local', true],
    ['comfyui', false],
  ]);
});

test('what needs a person is counted: refused keys, silent engines, models that are gone, not those without a key', () => {
  const bad = { ok: false, says: 'Refused.' };
  const vendors = vendorsOf(
    [],
    [
      setting('openai'),
      setting('claude', { hasKey: true, testResult: bad }),
      setting('gemini', { hasKey: true }),
      setting('runway', { hasKey: true, testResult: { ok: true, says: '' } }),
      setting('comfyui', { ...local, testResult: bad }),
    ],
  );
  expect(vendors.map(stateOf)).toEqual(['no-key', 'refused', 'untested', 'works', 'refused']);
  const retired: Omit<RetiredModel, 'isRetired'> = {
    provider: 'gemini',
    providerName: 'Gemini',
    role: 'image',
    model: 'old',
    retiredAt: 0,
    replacedBy: null,
    isDefault: true,
    projects: [],
  };
  const ahead = { ...retired, isRetired: false };
  expect(needsOf(vendors, [{ ...retired, isRetired: true }, ahead])).toEqual({ models: 1, keys: 1, engines: 1 });
});

test('a price is told in its unit, the least of several, and one to come not yet', () => {
  const keyless = { keyless: false };
  const second = { ...price, unit: 'second', microUsd: 120_000 } as const;
  const dearer = { ...second, microUsd: 200_000, when: { resolution: '1080p' } };
  const announced = { ...second, microUsd: 1, from: '2027-01-01' };
  const nowMs = Date.UTC(2026, 10, 21);
  expect(priceOfModel({ prices: [dearer, second, announced] }, keyless, nowMs)).toEqual({
    kind: 'unit',
    unit: 'second',
    microUsd: 120_000,
    atLeast: true,
  });
  const tokens = [
    { ...price, unit: 'mtok_in', microUsd: 300_000 },
    { ...price, unit: 'mtok_out', microUsd: 2_500_000 },
  ] as const;
  expect(priceOfModel({ prices: [...tokens] }, keyless, nowMs)).toMatchObject({ kind: 'tokens', inMicroUsd: 300_000 });
  expect(priceOfModel({ prices: [] }, keyless, nowMs)).toEqual({ kind: 'unknown' });
  expect(priceOfModel({ prices: [] }, { keyless: true }, nowMs)).toEqual({ kind: 'free' });
});

test('a role offers the models that can be asked, and a default moves from one vendor to another as a whole', () => {
  const providers = [
    info('local', 'image', ['local-painter'], { ...local, onlyListedModels: true }),
    info('gemini', 'image', ['nano']),
    info('runway', 'image', ['gen4_image']),
  ];
  const settings = [
    setting('local', { ...local, usualBaseUrl: null }),
    setting('gemini', { hasKey: true, models: { image: 'nano', llm: 'flash' } }),
    setting('runway'),
  ];
  const { chosen, options, passesOn } = roleModels('image', providers, settings);
  expect(chosen.value).toBe('gemini/nano');
  expect(options.map(({ value }) => value)).toEqual(['local/local-painter', 'gemini/nano']);
  expect(passesOn?.provider).toBe('gemini');
  expect(writesFor('image', { provider: 'local', model: 'local-painter' }, providers, settings)).toEqual([
    { provider: 'local', models: { image: 'local-painter' } },
    { provider: 'gemini', models: { image: null } },
  ]);
  const own = roleModels('image', providers, [setting('gemini', { hasKey: true, models: { image: 'brand-new' } })]);
  expect(own.options[0]).toMatchObject({ value: 'gemini/brand-new', price: { kind: 'unknown' } });
});
