import { Problem } from '#contract/problems.ts';
import type { ProviderSetting, ProviderSettingChanges } from '#contract/provider-setting.ts';
import type { Provider } from '#providers/provider.ts';
import { takesKey } from '#providers/takes-key.ts';
import { vendorOf } from '#providers/vendor-of.ts';
import { writeAudit, type AuditEntry } from '#store/audit.ts';
import {
  changeProviderSetting,
  type ProviderPreferences,
  type ProviderSettingPatch,
  type ProviderSettingRow,
} from '#store/provider-settings.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';
import { asksElsewhere, sayKeyAgain } from './asks-elsewhere.ts';
import { baseUrlFor } from './base-url-for.ts';
import { checkDefaultModels } from './check-default-models.ts';
import { findListedProvider } from './find-listed-provider.ts';
import { providerSettingOf } from './provider-setting-of.ts';

/** A key shorter than this is not shown in part: four of its characters would be too much of it. */
const HINTED_FROM_CHARACTERS = 12;
const HINT_CHARACTERS = 4;

/**
 * Changes what somebody has set for a provider; what is left out stays, null clears. A key is sealed, and never read again
 * but to ask the vendor, where it was given for: an address on another origin needs the key again, or its end (null).
 *
 * @throws Problem `not_found`, `invalid_input`, `url_refused`, `unknown_model`
 */
export async function updateSetting(
  world: Pick<World, 'database' | 'providers' | 'baseUrls' | 'fetchOrigins' | 'secrets' | 'clock'>,
  actor: Actor,
  id: string,
  changes: ProviderSettingChanges,
  credential: string,
): Promise<ProviderSetting> {
  const provider = findListedProvider(world, id);
  const { userId, workspaceId } = actor;
  const vendor = vendorOf(provider);
  check(world, provider, changes);
  const key = keyColumns(world, changes.apiKey);
  const row = await world.database.transaction(async (trx) => {
    const whose = { userId, workspaceId, provider: vendor };
    const after = await changeProviderSetting(trx, whose, (before) => {
      checkKeyStays(world, provider, before, changes);
      const isTestedStill = changes.apiKey === undefined && changes.baseUrl === undefined;
      return {
        ...key,
        settings: merged(before.settings, changes),
        ...(isTestedStill ? {} : { testedAt: null, testResult: null }),
      };
    });
    await writeAudit(trx, { userId, workspaceId, credential, verb: verbOf(changes), target: vendor });
    return after;
  });
  return providerSettingOf(world, provider, row);
}

function check(
  world: Pick<World, 'providers' | 'baseUrls' | 'fetchOrigins' | 'clock'>,
  provider: Provider,
  changes: ProviderSettingChanges,
): void {
  if (changes.apiKey != null && !takesKey(provider)) {
    throw new Problem('invalid_input', { reason: `${provider.label} takes no key: leave apiKey out` });
  }
  if (changes.baseUrl != null) {
    if (provider.drawsHere) {
      throw new Problem('invalid_input', { reason: `${provider.label} has no address: leave baseUrl out` });
    }
    baseUrlFor(world, provider, changes.baseUrl);
  }
  if (changes.concurrent != null && provider.keyless) {
    const reason = `${provider.label} is shared by everybody here, so nobody sets how much it does at once: leave concurrent out`;
    throw new Problem('invalid_input', { reason });
  }
  if (changes.models != null) checkDefaultModels(world.providers, provider, changes.models);
  if (changes.settings != null) checkSettings(world.providers, provider, changes.settings);
}

/** Whoever may change an address must not thereby learn the key that is stored for another. */
function checkKeyStays(
  world: Pick<World, 'providers' | 'baseUrls'>,
  provider: Provider,
  before: ProviderSettingRow,
  { apiKey, baseUrl }: ProviderSettingChanges,
): void {
  if (apiKey !== undefined || baseUrl === undefined || before.sealedKey === null) return;
  if (!asksElsewhere(world, provider, before.settings.baseUrl, baseUrl ?? undefined)) return;
  throw new Problem('invalid_input', { reason: `${sayKeyAgain(provider)}, or have it forgotten (apiKey: null)` });
}

/** By the provider's own schema, or that of the provider it shares its settings with. */
function checkSettings(providers: readonly Provider[], provider: Provider, settings: Record<string, unknown>): void {
  const schema = provider.settings ?? providers.find(({ id }) => id === vendorOf(provider))?.settings;
  if (!schema) {
    if (Object.keys(settings).length === 0) return;
    throw new Problem('invalid_input', { reason: `${provider.label} has no settings of its own: leave settings out` });
  }
  const parsed = schema.safeParse(settings);
  if (parsed.success) return;
  const faults = parsed.error.issues
    .slice(0, 5)
    .map(({ path, message }) => `${['settings', ...path].join('.')}: ${message}`.slice(0, 500));
  throw new Problem('invalid_input', { reason: faults.join('; ') });
}

function keyColumns(
  world: Pick<World, 'secrets'>,
  apiKey: string | null | undefined,
): Pick<ProviderSettingPatch, 'sealedKey' | 'sealedKeyId' | 'keyHint'> {
  if (apiKey === undefined) return {};
  if (apiKey === null) return { sealedKey: null, sealedKeyId: null, keyHint: null };
  const { sealed, keyId } = world.secrets.seal(apiKey);
  const keyHint = apiKey.length >= HINTED_FROM_CHARACTERS ? apiKey.slice(-HINT_CHARACTERS) : null;
  return { sealedKey: sealed, sealedKeyId: keyId, keyHint };
}

function merged(before: ProviderPreferences, changes: ProviderSettingChanges): ProviderPreferences {
  const baseUrl = changes.baseUrl === undefined ? before.baseUrl : changes.baseUrl?.replace(/\/+$/, '');
  const models = changes.models === undefined ? before.models : mergedModels(before.models, changes.models);
  const settings = changes.settings === undefined ? before.settings : changes.settings;
  const concurrent = changes.concurrent === undefined ? before.concurrent : changes.concurrent;
  return {
    ...(baseUrl == null ? {} : { baseUrl }),
    ...(models == null ? {} : { models }),
    ...(concurrent == null ? {} : { concurrent }),
    ...(settings == null ? {} : { settings }),
  };
}

function mergedModels(
  before: ProviderPreferences['models'],
  changes: NonNullable<ProviderSettingChanges['models']> | null,
): ProviderPreferences['models'] | null {
  if (changes === null) return null;
  const models: Record<string, string> = { ...before };
  for (const [role, model] of Object.entries(changes)) {
    if (model === null) delete models[role];
    else if (model !== undefined) models[role] = model;
  }
  return models;
}

function verbOf({ apiKey }: ProviderSettingChanges): AuditEntry['verb'] {
  if (apiKey === undefined) return 'provider_changed';
  return apiKey === null ? 'provider_key_removed' : 'provider_key_stored';
}
