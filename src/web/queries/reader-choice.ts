import { create } from 'zustand';
import type { ProviderInfo } from '#contract/provider-info.ts';
import type { ProviderSetting } from '#contract/provider-setting.ts';
import { defaultReader, type Reader, type ReaderRole, readersFor } from './readers.ts';

/** The choice as a request says it; empty: the default of the settings. */
export type ReaderHeaders = Readonly<Partial<Record<'x-llm-provider' | 'x-vision-provider', string>>>;

const KEY = 'scenewright.readers';

type Chosen = Readonly<Partial<Record<ReaderRole, string>>>;

const useChosen = create<Chosen>(() => stored());

function stored(): Chosen {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Chosen;
  } catch {
    return {};
  }
}

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
