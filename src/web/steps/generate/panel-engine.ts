import { useSuspenseQueries } from '@tanstack/react-query';
import type { ProviderInfo } from '#contract/provider-info.ts';
import {
  defaultChoice,
  headersOf,
  useModelChoice,
  type MediaRole,
  type ModelChoice,
  type ModelHeaders,
} from '../../queries/model-choice.ts';
import { providerSettingsQuery, providersQuery } from '../../queries/providers.ts';

/** What a work's pictures or clips are made with, and whether it can be used. */
export interface Engine {
  readonly choice: ModelChoice;
  /** Undefined where this installation does not have the engine any more. */
  readonly provider: ProviderInfo | undefined;
  /** Undefined for a model that the catalogue does not know. */
  readonly model: ProviderInfo['models'][number] | undefined;
  readonly needsKey: boolean;
  readonly headers: ModelHeaders;
  /** Every engine of this role, and those of them that have to be given a key first. */
  readonly providers: readonly ProviderInfo[];
  readonly withoutKey: ReadonlySet<string>;
}

/** What is chosen for a work in one role. */
export function useEngine(workId: string, role: MediaRole): Engine {
  const [{ data: all }, { data: settings }] = useSuspenseQueries({ queries: [providersQuery, providerSettingsQuery] });
  const chosen = useModelChoice(workId, role);
  const providers = all.filter(({ category }) => category === role);
  const withKey = new Set(settings.filter(({ hasKey }) => hasKey).map(({ provider }) => provider));
  const withoutKey = new Set(providers.filter(({ needsKey, id }) => needsKey && !withKey.has(id)).map(({ id }) => id));
  const choice = chosen ?? defaultChoice(role, all, settings);
  const provider = providers.find(({ id }) => id === choice.provider);
  return {
    choice,
    provider,
    model: provider?.models.find(({ id }) => id === choice.model),
    needsKey: withoutKey.has(choice.provider),
    headers: headersOf(role, choice),
    providers,
    withoutKey,
  };
}
