import type { Role } from '#contract/generation.ts';
import { Problem } from '#contract/problems.ts';
import { adapterOf } from '#providers/adapter-of.ts';
import { isRetired } from '#providers/is-retired.ts';
import type { Provider } from '#providers/provider.ts';
import { vendorOf } from '#providers/vendor-of.ts';
import { keyFor, type KeyChoice } from './key-for.ts';

/** What a request says of the engine for one role; nothing of it has to be said. */
export interface ModelChoice {
  readonly providerId?: string | undefined;
  /** A model named for this role. */
  readonly modelId?: string | undefined;
  /** A model named for every role at once; it counts where it is not known as another role's only. */
  readonly sharedModelId?: string | undefined;
  readonly apiKey?: string | undefined;
}

/** What a request says of every role. */
export type ModelChoices = Readonly<Record<Role, ModelChoice>>;

/** A provider and the model of it that plays a role, which the catalogue need not know. */
export interface ChosenModel extends KeyChoice {
  readonly provider: Provider;
  readonly model: { readonly id: string };
}

/** What the user has stored for a vendor, as far as it decides a choice. */
export interface StoredChoice {
  readonly hasKey: boolean;
  /** By role. */
  readonly models: Readonly<Record<string, string>>;
}

/** What a choice is made from beside the request: all that is offered, what the user has stored by vendor, and the day. */
export interface Choices {
  readonly providers: readonly Provider[];
  readonly stored?: ReadonlyMap<string, StoredChoice>;
  /** Unix milliseconds; a model is retired from its day on. */
  readonly nowMs: number;
}

/** The engine every role falls back on: it needs no key and costs nothing. */
const KEYLESS = 'local';

/**
 * The model for a role, as the request says; where it names none, the user's own for that provider, else the first that
 * is served; the keyless provider where it says nothing at all.
 *
 * A model that the catalogue knows decides the provider, whatever provider is named. One that it does not know, or that
 * is retired, is passed on to the named provider and never replaced by another.
 *
 * @throws Problem `unknown_provider`, `unknown_model`, `model_missing`, `provider_key_missing`
 */
export function chooseModel(choices: Choices, role: Role, choice: ModelChoice = {}): ChosenModel {
  const { providers } = choices;
  const asked = choice.modelId ?? sharedFor(providers, role, choice.sharedModelId);
  const provider = providerFor(choices, role, choice.providerId, asked);
  const stored = choices.stored?.get(vendorOf(provider));
  const model = asked ?? storedModel(provider, role, stored) ?? firstServed(choices, provider, role);
  if (model === undefined) throw new Problem('model_missing', { provider: provider.label, role });
  if (provider.onlyListedModels && !lists(provider, role, model)) {
    throw new Problem('unknown_model', { model, role, provider: provider.id });
  }
  const key = keyFor(provider, role, { given: choice.apiKey, isStored: stored?.hasKey === true });
  return { provider, model: { id: model }, ...key };
}

/** A model said for all roles is not meant for this one where it is known to play another. */
function sharedFor(providers: readonly Provider[], role: Role, modelId: string | undefined): string | undefined {
  const roles = providers.flatMap(({ models }) => models.filter(({ id }) => id === modelId)).map((model) => model.role);
  return roles.length === 0 || roles.includes(role) ? modelId : undefined;
}

function providerFor(
  { providers, nowMs }: Choices,
  role: Role,
  providerId: string | undefined,
  modelId: string | undefined,
): Provider {
  const listing = modelId === undefined ? [] : providers.filter((one) => lists(one, role, modelId));
  const current = listing.filter(({ models }) =>
    models.some((model) => model.role === role && model.id === modelId && !isRetired(model, nowMs)),
  );
  const decided = current.find((one) => one.id === providerId) ?? current[0];
  if (decided) return decided;
  if (providerId === undefined && modelId !== undefined) {
    if (listing[0]) return listing[0]; // retired, but whose it was is known
    throw new Problem('unknown_model', { model: modelId, role, provider: 'any provider: name one' });
  }
  const named = providers.find((one) => one.id === (providerId ?? KEYLESS));
  if (!named?.[adapterOf[role]]) throw new Problem('unknown_provider', { provider: providerId ?? KEYLESS, role });
  return named;
}

/** The user's default; where two providers are one vendor, the second takes those that it lists. */
function storedModel(provider: Provider, role: Role, stored: StoredChoice | undefined): string | undefined {
  const model = stored?.models[role];
  if (model === undefined || (vendorOf(provider) !== provider.id && !lists(provider, role, model))) return undefined;
  return model;
}

function firstServed({ nowMs }: Choices, provider: Provider, role: Role): string | undefined {
  return provider.models.find((one) => one.role === role && !isRetired(one, nowMs))?.id;
}

function lists(provider: Provider, role: Role, modelId: string): boolean {
  return provider.models.some((model) => model.role === role && model.id === modelId);
}
