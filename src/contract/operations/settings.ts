import { z } from 'zod';
import { MAX_EDIT_BYTES } from '../media-limits.ts';
import { operation } from '../operation.ts';
import { ProviderSetting, ProviderSettingChanges, ProviderTest, ProviderTestResult } from '../provider-setting.ts';
import { RetiredModel } from '../retired-model.ts';
import { json } from './parts.ts';

const inProvider = z.object({ provider: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'expected a provider') });

/** What a person has set for themselves: the keys of vendors, the addresses of engines, default models. */
export const settingsOperations = {
  listProviderSettings: operation({
    method: 'GET',
    path: '/settings/providers',
    access: 'user',
    summary: 'List what is set for each provider; of a key, only how it ends.',
    answer: json(z.array(ProviderSetting)),
  }),
  listRetiredModels: operation({
    method: 'GET',
    path: '/settings/retired-models',
    access: 'user',
    summary:
      'List the models in use here that their vendor has switched off, or soon will, with what takes their place.',
    answer: json(z.array(RetiredModel)),
  }),
  getProviderSetting: operation({
    method: 'GET',
    path: '/settings/providers/{provider}',
    access: 'user',
    summary: 'Get what is set for a provider; of a key, only how it ends.',
    params: inProvider,
    answer: json(ProviderSetting),
  }),
  updateProviderSetting: operation({
    method: 'PUT',
    path: '/settings/providers/{provider}',
    access: 'user',
    summary: 'Store a key, an address, default models or other settings of a provider.',
    params: inProvider,
    body: ProviderSettingChanges,
    maxBodyBytes: MAX_EDIT_BYTES,
    answer: json(ProviderSetting),
    problems: ['url_refused', 'unknown_model'],
  }),
  deleteProviderSetting: operation({
    method: 'DELETE',
    path: '/settings/providers/{provider}',
    access: 'user',
    summary: 'Forget what is set for a provider, its key too.',
    params: inProvider,
    answer: { kind: 'none' },
  }),
  testProvider: operation({
    method: 'POST',
    path: '/settings/providers/{provider}/test',
    access: 'user',
    summary: 'Try the key and the address of a provider by a call that costs nothing.',
    params: inProvider,
    body: ProviderTest,
    answer: json(ProviderTestResult),
    problems: ['url_refused', 'provider_key_missing'],
  }),
} as const;
