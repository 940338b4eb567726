import type { settingsOperations } from '#contract/operations/settings.ts';
import { deleteSetting } from '#studio/settings/delete-setting.ts';
import { listRetiredModels } from '#studio/settings/list-retired-models.ts';
import { listSettings } from '#studio/settings/list-settings.ts';
import { readSetting } from '#studio/settings/read-setting.ts';
import { testProvider } from '#studio/settings/test-provider.ts';
import { updateSetting } from '#studio/settings/update-setting.ts';
import type { Handlers } from './handler.ts';

/** What a person has set for themselves. */
export const settingsHandlers: Handlers<typeof settingsOperations> = {
  listProviderSettings: (world, actor) => listSettings(world, actor),
  listRetiredModels: (world, actor) => listRetiredModels(world, actor),
  getProviderSetting: (world, actor, { provider }) => readSetting(world, actor, provider),
  updateProviderSetting: (world, actor, { provider, ...changes }, call) =>
    updateSetting(world, actor, provider, changes, call.credential.id),
  deleteProviderSetting: (world, actor, { provider }, call) =>
    deleteSetting(world, actor, provider, call.credential.id),
  testProvider: (world, actor, { provider, ...given }) => testProvider(world, actor, provider, given),
};
