import type { Role } from '#contract/generation.ts';
import type { ProviderInfo } from '#contract/provider-info.ts';
import type { ProviderSetting } from '#contract/provider-setting.ts';

/** Who reads texts, and who looks at pictures and listens to sounds. */
export type ReaderRole = 'llm' | 'vision';

/** Somebody who can be asked now. */
export interface Reader {
  readonly id: string;
  readonly name: string;
  readonly isFree: boolean;
}

/** The providers that can be asked in a role without another word: with their key, or needing none. */
export function readersFor(
  role: Role,
  providers: readonly ProviderInfo[],
  settings: readonly ProviderSetting[],
): readonly Reader[] {
  const hasKey = new Set(settings.filter((setting) => setting.hasKey).map(({ provider }) => provider));
  const isSet = new Set(
    settings.filter(({ baseUrl, models }) => baseUrl ?? models[role]).map(({ provider }) => provider),
  );
  return providers
    .filter(({ category }) => category === role)
    .filter(({ id, needsKey }) => hasKey.has(id) || (!needsKey && (id === BUILT_IN || isSet.has(id))))
    .map(({ id, name, keyless }) => ({ id, name, isFree: keyless && !hasKey.has(id) }));
}

const BUILT_IN = 'local';

/** Who reads where nobody was chosen: one with a default model in the settings, else the built-in engine. */
export function defaultReader(
  role: ReaderRole,
  readers: readonly Reader[],
  settings: readonly ProviderSetting[],
): Reader | undefined {
  const preferred = settings.find(({ models, provider }) => models[role] && readers.some(({ id }) => id === provider));
  return readers.find(({ id }) => id === (preferred?.provider ?? BUILT_IN)) ?? readers[0];
}
