import { expect, test } from 'vitest';
import type { ProviderInfo } from '#contract/provider-info.ts';
import type { ProviderSetting } from '#contract/provider-setting.ts';
import { defaultChoice, headersOf } from './model-choice.ts';

const engine = (id: string, more: object = {}, models: readonly string[] = [`${id}-1`]) =>
  ({
    id,
    category: 'image',
    keyless: false,
    vendor: id,
    models: models.map((model) => ({ id: model })),
    ...more,
  }) as unknown as ProviderInfo;
const setting = (provider: string, more: object) =>
  ({ provider, hasKey: true, models: {}, ...more }) as ProviderSetting;
const engines = [engine('runway'), engine('fal'), engine('local', { keyless: true }, ['local-painter'])];

test('without any setting the built-in engine is what makes pictures', () => {
  expect(defaultChoice('image', engines, [])).toEqual({ provider: 'local', model: 'local-painter' });
});

test('a default of the settings counts where its engine has a key', () => {
  const settings = [setting('runway', { models: { image: 'gen-4' } })];
  expect(defaultChoice('image', engines, settings)).toEqual({ provider: 'runway', model: 'gen-4' });
  const without = [setting('runway', { hasKey: false, models: { image: 'gen-4' } })];
  expect(defaultChoice('image', engines, without).provider).toBe('local');
});

test('a default of one vendor is that of its engine which has the model', () => {
  const shared = [engine('dalle', { vendor: 'openai' }, ['gpt-image']), ...engines];
  const settings = [setting('dalle', { models: { image: 'gen-4' } })];
  expect(defaultChoice('image', shared, settings).provider).toBe('local');
});

test('a choice is said in the headers of its role, and an engine alone where no model is known', () => {
  expect(headersOf('video', { provider: 'fal', model: 'kling' })).toEqual({
    'x-video-provider': 'fal',
    'x-video-model-id': 'kling',
  });
  expect(headersOf('llm', { provider: 'gemini', model: 'flash' })).toEqual({
    'x-llm-provider': 'gemini',
    'x-model-id': 'flash',
  });
  expect(headersOf('image', { provider: 'fal', model: '' })).toEqual({ 'x-image-provider': 'fal' });
});
