import { create } from 'zustand';
import type { Role } from '#contract/generation.ts';
import type { ProviderInfo } from '#contract/provider-info.ts';
import type { ProviderSetting } from '#contract/provider-setting.ts';

/** Who reads texts, and who looks at pictures and listens to sounds. */
export type ReaderRole = 'llm' | 'vision';

/** The choice as a request says it; empty: the default of the settings. */
export type ReaderHeaders = Readonly<Partial<Record<'x-llm-provider' | 'x-vision-provider', string>>>;

/** Somebody who can be asked now. */
export interface Reader {
  readonly id: string;
  readonly name: string;
  readonly isFree: boolean;
}

const KEY = 'scenewright.readers';

type Chosen = Readonly<Partial<Record<ReaderRole, string>>>;

const useChosen = create<Chosen>(() => JSON.parse(localStorage.getItem(KEY) ?? '{}') as Chosen);

/** Has another provider read from now on, in this browser. */
export function chooseReader(role: ReaderRole, provider: string): void {
  useChosen.setState({ [role]: provider });
  localStorage.setItem(KEY, JSON.stringify(useChosen.getState()));
}

/** Who reads: the one chosen where it can still be asked, else whoever the settings make the default. */
export function useReader(
  role: ReaderRole,
  providers: readonly ProviderInfo[],
  settings: readonly ProviderSetting[],
): { readonly readers: readonly Reader[]; readonly chosen: Reader | undefined; readonly headers: ReaderHeaders } {
  const wanted = useChosen((all) => all[role]);
  const readers = readersFor(role, providers, settings);
  const chosen = readers.find(({ id }) => id === wanted) ?? defaultReader(role, readers, settings);
  return { readers, chosen, headers: chosen ? { [`x-${role}-provider`]: chosen.id } : {} };
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

function defaultReader(
  role: ReaderRole,
  readers: readonly Reader[],
  settings: readonly ProviderSetting[],
): Reader | undefined {
  const preferred = settings.find(({ models, provider }) => models[role] && readers.some(({ id }) => id === provider));
  return readers.find(({ id }) => id === (preferred?.provider ?? BUILT_IN)) ?? readers[0];
}
