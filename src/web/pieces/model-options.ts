import type { Role } from '#contract/generation.ts';
import type { ProviderInfo } from '#contract/provider-info.ts';
import type { ProviderSetting } from '#contract/provider-setting.ts';
import type { ModelChoice } from '../queries/model-choice.ts';
import { readersFor } from '../queries/readers.ts';

const BUILT_IN = 'local';

/** A model that can be asked. */
export interface ModelOption {
  readonly value: string;
  readonly choice: ModelChoice;
  readonly label: string;
  readonly engine: string;
  readonly isFree: boolean;
}

/**
 * The models that can be asked in a role without another word, the built-in ones first, and whatever is chosen even
 * where it cannot; retired ones only where they are chosen.
 */
export function modelOptions(
  role: Role,
  chosen: ModelChoice,
  providers: readonly ProviderInfo[],
  settings: readonly ProviderSetting[],
): readonly ModelOption[] {
  const usable = readersFor(role, providers, settings);
  const offered = providers
    .filter(({ category }) => category === role)
    .flatMap((info): ModelOption[] => {
      const reader = usable.find(({ id }) => id === info.id);
      if (!reader) return [];
      return info.models
        .filter(({ id, isRetired }) => !isRetired || (info.id === chosen.provider && id === chosen.model))
        .map(({ id, name }) => {
          const label = info.id === BUILT_IN ? reader.name : name; // the machine has one model a role
          return option({ provider: info.id, model: id }, label, reader.name, reader.isFree);
        });
    })
    .toSorted((one, other) => Number(other.isFree) - Number(one.isFree));
  const isOffered = offered.some(({ choice }) => choice.provider === chosen.provider && choice.model === chosen.model);
  return isOffered ? offered : [...offered, option(chosen, chosen.model || chosen.provider, chosen.provider, false)];
}

const option = (choice: ModelChoice, label: string, engine: string, isFree: boolean): ModelOption => ({
  value: `${choice.provider}/${choice.model}`,
  choice,
  label,
  engine,
  isFree,
});
