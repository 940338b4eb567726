import { expect, test } from 'vitest';
import { someVendors } from '../../../test/vendors.ts';
import { chooseModel, type ModelChoice } from './choose-model.ts';

const { providers } = someVendors();
const apiKey = 'sk-choice';

const chosen = (role: 'llm' | 'image' | 'video', choice: ModelChoice) => {
  const { provider, model, apiKey: key } = chooseModel(providers, role, choice);
  return `${provider.id} ${model.id} ${key ?? 'without'}`;
};
const refused = (role: 'llm' | 'image' | 'video' | 'vision', choice: ModelChoice) =>
  expect(() => chooseModel(providers, role, choice));

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

test('what cannot be chosen is refused with a sentence', () => {
  refused('image', { providerId: 'nobody' }).toThrow('There is no provider nobody for image:');
  refused('vision', { providerId: 'vendor' }).toThrow('There is no provider vendor for vision:');
  refused('image', { providerId: 'local', modelId: 'brush-9' }).toThrow(
    'There is no model brush-9 for image at local.',
  );
  refused('llm', { modelId: 'unheard-of' }).toThrow('There is no model unheard-of for llm at any provider: name one.');
  refused('image', { providerId: 'vendor' }).toThrow(
    'The vendor needs a key: send it as x-image-api-key or x-api-key, or choose an engine that needs none.',
  );
});
