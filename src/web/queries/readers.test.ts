import { expect, test } from 'vitest';
import type { ProviderInfo } from '#contract/provider-info.ts';
import type { ProviderSetting } from '#contract/provider-setting.ts';
import { defaultReader, readersFor } from './readers.ts';

const provider = (id: string, fields: Partial<ProviderInfo> = {}): ProviderInfo => ({
  id,
  name: id.toUpperCase(),
  category: 'vision',
  description: '',
  keyless: false,
  takesKey: true,
  needsKey: true,
  vendor: id,
  onlyListedModels: false,
  models: [],
  ...fields,
});
const setting = (id: string, fields: Partial<ProviderSetting> = {}): ProviderSetting => ({
  provider: id,
  name: id,
  vendor: id,
  keyless: false,
  takesKey: true,
  needsKey: true,
  hasKey: false,
  keyHint: null,
  baseUrl: null,
  usualBaseUrl: null,
  models: {},
  concurrent: null,
  usualConcurrent: null,
  settings: {},
  testedAt: null,
  testResult: null,
  updatedAt: null,
  ...fields,
});
const local = provider('local', { keyless: true, needsKey: false, takesKey: false });
const own = provider('ollama', { keyless: true, needsKey: false });
const paid = provider('gemini');
const others = [provider('gemini', { category: 'image' }), provider('anthropic')];

test('only who can be asked now is offered: the built-in engine, an own one that was set up, a vendor with its key', () => {
  const names = (settings: readonly ProviderSetting[]) =>
    readersFor('vision', [local, own, paid, ...others], settings).map(
      ({ id, isFree }) => `${id}${isFree ? ' free' : ''}`,
    );
  expect(names([])).toEqual(['local free']);
  expect(names([setting('gemini', { hasKey: true })])).toEqual(['local free', 'gemini']);
  expect(names([setting('ollama', { models: { vision: 'llava' } })])).toEqual(['local free', 'ollama free']);
  expect(names([setting('ollama', { models: { llm: 'qwen' } })])).toEqual(['local free']);
});

test('who has a default model in the settings reads, else the built-in engine, so that nothing is paid unasked', () => {
  const chosen = (settings: readonly ProviderSetting[]) =>
    defaultReader('vision', readersFor('vision', [local, paid], settings), settings)?.id;
  expect(chosen([setting('gemini', { hasKey: true })])).toBe('local');
  expect(chosen([setting('gemini', { hasKey: true, models: { vision: 'flash' } })])).toBe('gemini');
  expect(chosen([setting('gemini', { models: { vision: 'flash' } })])).toBe('local');
});
