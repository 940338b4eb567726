import type { Role } from '#contract/generation.ts';
import type { ProviderInfo } from '#contract/provider-info.ts';
import type { ProviderSetting } from '#contract/provider-setting.ts';
import { defaultChoice, type ModelChoice } from '../queries/model-choice.ts';
import { priceOfModel, type ModelPrice } from './model-price.ts';

/** A model that can be the default of a role. */
interface RoleModel {
  readonly value: string;
  readonly choice: ModelChoice;
  readonly vendor: string;
  readonly engine: string;
  readonly price: ModelPrice;
  /** Unix milliseconds; it is gone. */
  readonly goneSince: number | null;
  readonly replacedBy: string | null;
}

/** Who plays a role by default, and everybody who could. */
export interface RoleModels {
  readonly role: Role;
  readonly chosen: RoleModel;
  readonly options: readonly RoleModel[];
  /** Who is asked for a model that nobody lists; null where nobody passes one on. */
  readonly passesOn: { readonly provider: string; readonly engine: string } | null;
}

/** The models of a role that can be asked, by who makes them; what is gone is there only where it is chosen. */
export function roleModels(
  role: Role,
  providers: readonly ProviderInfo[],
  settings: readonly ProviderSetting[],
): RoleModels {
  const chosen = defaultChoice(role, providers, settings);
  const playing = providers.filter(({ category }) => category === role);
  const usable = playing.filter((info) => info.id === chosen.provider || isUsable(info, settings));
  const options = usable.flatMap((info) =>
    info.models
      .filter(({ id, isRetired }) => !isRetired || isChosen(chosen, info.id, id))
      .map((model) => ({
        value: valueOf({ provider: info.id, model: model.id }),
        choice: { provider: info.id, model: model.id },
        vendor: info.vendor,
        engine: info.name,
        price: priceOfModel(model, info),
        goneSince: model.isRetired ? (model.retiredAt ?? null) : null,
        replacedBy: model.replacedBy ?? null,
      })),
  );
  const isListed = options.find(({ choice }) => isChosen(chosen, choice.provider, choice.model));
  const info = playing.find(({ id }) => id === chosen.provider);
  const unlisted: RoleModel = {
    value: valueOf(chosen),
    choice: chosen,
    vendor: info?.vendor ?? chosen.provider,
    engine: info?.name ?? chosen.provider,
    price: info?.keyless ? { kind: 'free' } : { kind: 'unknown' },
    goneSince: null,
    replacedBy: null,
  };
  const open = [...usable].toSorted((a, b) => Number(b.id === chosen.provider) - Number(a.id === chosen.provider));
  const passing = open.find(({ onlyListedModels }) => !onlyListedModels);
  return {
    role,
    chosen: isListed ?? unlisted,
    options: isListed ? options : [unlisted, ...options],
    passesOn: passing ? { provider: passing.id, engine: passing.name } : null,
  };
}

/**
 * What is written to make a choice the default of its role: on its own vendor, and off every other one that had one.
 * A vendor that is chosen for what it does unasked needs nothing written.
 */
export function writesFor(
  role: Role,
  { provider, model }: ModelChoice,
  providers: readonly ProviderInfo[],
  settings: readonly ProviderSetting[],
): readonly { readonly provider: string; readonly models: Readonly<Partial<Record<Role, string | null>>> }[] {
  const vendor = providers.find(({ id }) => id === provider)?.vendor ?? provider;
  const others = settings.filter(
    (one) => one.provider === one.vendor && one.vendor !== vendor && one.models[role] !== undefined,
  );
  return [
    { provider: vendor, models: { [role]: model } },
    ...others.map((one) => ({ provider: one.provider, models: { [role]: null } })),
  ];
}

const valueOf = ({ provider, model }: ModelChoice): string => `${provider}/${model}`;

const isChosen = (chosen: ModelChoice, provider: string, model: string): boolean =>
  chosen.provider === provider && chosen.model === model;

function isUsable(info: ProviderInfo, settings: readonly ProviderSetting[]): boolean {
  const setting = settings.find(({ provider }) => provider === info.id);
  if (!info.needsKey) return info.id === 'local' || setting?.testResult?.ok === true || setting?.baseUrl != null;
  return setting?.hasKey === true;
}
