import { expect, test } from 'vitest';
import type { Provider } from '#providers/provider.ts';
import { someVendors } from '../../../test/vendors.ts';
import { chooseModel, type Choices, type ModelChoice, type StoredChoice } from './choose-model.ts';

const { providers: vendors } = someVendors();
const rival = vendors.find(({ id }) => id === 'rival');
const apiKey = 'sk-choice';
const RETIRES_AT_MS = Date.parse('2026-12-01');

/** Offered beside the two vendors: a gateway that takes a key but needs none, and a second name of the vendor. */
const providers: readonly Provider[] = [
  ...vendors,
  { ...rival, id: 'gateway', label: 'A gateway', description: '', keyless: true, takesKey: true, models: [] },
  {
    ...rival,
    id: 'painters',
    label: 'The painters',
    description: '',
    keyless: false,
    vendor: 'vendor',
    models: [
      { id: 'easel-1', name: '', description: '', role: 'image', retiredAt: RETIRES_AT_MS, prices: [] },
      { id: 'easel-2', name: '', description: '', role: 'image', prices: [] },
    ],
  },
];

const chosen = (role: 'llm' | 'image' | 'video', choice: ModelChoice, more: Partial<Choices> = {}) => {
  const { provider, model, apiKey: key, hasKey } = chooseModel({ providers, nowMs: 0, ...more }, role, choice);
  return `${provider.id} ${model.id} ${key ?? (hasKey ? 'stored' : 'without')}`;
};
const refused = (role: 'llm' | 'image' | 'video' | 'vision', choice: ModelChoice) =>
  expect(() => chooseModel({ providers, nowMs: 0 }, role, choice));

test('nothing said is the engine that needs no key, and it is given none', () => {
  expect(chosen('image', {})).toBe('local local-painter without');
  expect(chosen('image', { apiKey })).toBe('local local-painter without');
});

test('a named provider plays with its first model that is not retired', () => {
  expect(chosen('image', { providerId: 'vendor', apiKey })).toBe('vendor painter-1 sk-choice');
});

test('a model that the catalogue knows decides the provider, whatever provider is named', () => {
  expect(chosen('image', { modelId: 'brush-1', apiKey })).toBe('rival brush-1 sk-choice');
  expect(chosen('image', { providerId: 'vendor', modelId: 'brush-1', apiKey })).toBe('rival brush-1 sk-choice');
  expect(chosen('image', { providerId: 'nobody', modelId: 'brush-1', apiKey })).toBe('rival brush-1 sk-choice');
});

test('an unknown or retired model is passed on to the named provider, never replaced', () => {
  expect(chosen('image', { providerId: 'rival', modelId: 'brush-9', apiKey })).toBe('rival brush-9 sk-choice');
  expect(chosen('image', { providerId: 'vendor', modelId: 'painter-0', apiKey })).toBe('vendor painter-0 sk-choice');
  expect(chosen('image', { modelId: 'painter-0', apiKey })).toBe('vendor painter-0 sk-choice');
});

test('a model for all roles counts for those it can play', () => {
  const all = { providerId: 'vendor', sharedModelId: 'reel-1', apiKey };
  expect(chosen('video', all)).toBe('rival reel-1 sk-choice');
  expect(chosen('image', all)).toBe('vendor painter-1 sk-choice');
  expect(chosen('image', { ...all, sharedModelId: 'new-1' })).toBe('vendor new-1 sk-choice');
  expect(chosen('image', { ...all, modelId: 'brush-1' })).toBe('rival brush-1 sk-choice');
});

test('a stored key is enough, is not copied, and one of the request counts before it', () => {
  const stored = new Map<string, StoredChoice>([['vendor', { hasKey: true, models: {} }]]);
  expect(chosen('image', { providerId: 'vendor' }, { stored })).toBe('vendor painter-1 stored');
  expect(chosen('image', { providerId: 'vendor', apiKey }, { stored })).toBe('vendor painter-1 sk-choice');
  expect(chosen('image', { providerId: 'painters' }, { stored })).toBe('painters easel-1 stored');
  expect(() => chosen('image', { providerId: 'rival' }, { stored })).toThrow('The rival needs a key');
});

test('a keyless gateway goes without a key, and with one where there is one', () => {
  const gateway = { providerId: 'gateway', modelId: 'llama' };
  const stored = new Map<string, StoredChoice>([['gateway', { hasKey: true, models: {} }]]);
  expect(chosen('image', gateway)).toBe('gateway llama without');
  expect(chosen('image', { ...gateway, apiKey })).toBe('gateway llama sk-choice');
  expect(chosen('image', gateway, { stored })).toBe('gateway llama stored');
});

test("the user's own default is taken where the request names no model", () => {
  const stored = new Map<string, StoredChoice>([
    ['vendor', { hasKey: true, models: { image: 'painter-9' } }],
    ['gateway', { hasKey: false, models: { image: 'flux' } }],
  ]);
  expect(chosen('image', { providerId: 'vendor' }, { stored })).toBe('vendor painter-9 stored');
  expect(chosen('image', { providerId: 'vendor', modelId: 'painter-1' }, { stored })).toBe('vendor painter-1 stored');
  expect(chosen('image', { providerId: 'painters' }, { stored })).toBe('painters easel-1 stored');
  expect(chosen('image', { providerId: 'gateway' }, { stored })).toBe('gateway flux without');
  expect(chosen('image', {}, { stored })).toBe('local local-painter without');
  refused('image', { providerId: 'gateway' }).toThrow(
    'A gateway has no image model of its own: name one as x-model-id',
  );
});

test('a model that is announced to go is served until its day', () => {
  const asked = { providerId: 'painters', apiKey };
  expect(chosen('image', asked, { nowMs: RETIRES_AT_MS - 1 })).toBe('painters easel-1 sk-choice');
  expect(chosen('image', asked, { nowMs: RETIRES_AT_MS })).toBe('painters easel-2 sk-choice');
});

test('what cannot be chosen is refused with a sentence', () => {
  refused('image', { providerId: 'nobody' }).toThrow('There is no provider nobody for image:');
  refused('vision', { providerId: 'vendor' }).toThrow('There is no provider vendor for vision:');
  refused('image', { providerId: 'local', modelId: 'brush-9' }).toThrow(
    'There is no model brush-9 for image at local.',
  );
  refused('llm', { modelId: 'unheard-of' }).toThrow('There is no model unheard-of for llm at any provider: name one.');
  refused('image', { providerId: 'vendor' }).toThrow(
    'The vendor needs a key: send it as x-image-api-key or x-api-key, store it in the settings, or choose an engine that needs none.',
  );
});
