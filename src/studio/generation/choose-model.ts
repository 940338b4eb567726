import type { Role } from '#contract/generation.ts';
import { Problem } from '#contract/problems.ts';
import type { Provider } from '#providers/provider.ts';
import { keyFor } from './key-for.ts';

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
export interface ChosenModel {
  readonly provider: Provider;
  readonly model: { readonly id: string };
  /** The request's own key, in clear: never stored so (request-generation.ts seals it). null where none is needed. */
  readonly apiKey: string | null;
}

/** The engine every role falls back on: it needs no key and costs nothing. */
const KEYLESS = 'local';

const adapterOf = { llm: 'scenario', vision: 'vision', image: 'image', video: 'video' } as const satisfies Record<
  Role,
  keyof Provider
>;

/**
 * The model for a role, as the request says; the keyless one where it says nothing.
 *
 * A model that the catalogue knows decides the provider, whatever provider is named. One that it does not know, or that
 * is retired, is passed on to the named provider and never replaced by another.
 *
 * @throws Problem `unknown_provider`, `unknown_model`, `provider_key_missing`
 */
export function chooseModel(providers: readonly Provider[], role: Role, choice: ModelChoice = {}): ChosenModel {
  const modelId = choice.modelId ?? sharedFor(providers, role, choice.sharedModelId);
  const provider = providerFor(providers, role, choice.providerId, modelId);
  const model = modelId ?? provider.models.find((one) => one.role === role && one.retiredAt === undefined)?.id;
  if (model === undefined) throw new Problem('unknown_provider', { provider: provider.id, role });
  if (provider.onlyListedModels && !lists(provider, role, model)) {
    throw new Problem('unknown_model', { model, role, provider: provider.id });
  }
  return { provider, model: { id: model }, apiKey: keyFor(provider, role, choice.apiKey) };
}

/** A model said for all roles is not meant for this one where it is known to play another. */
function sharedFor(providers: readonly Provider[], role: Role, modelId: string | undefined): string | undefined {
  const roles = providers.flatMap(({ models }) => models.filter(({ id }) => id === modelId)).map((model) => model.role);
  return roles.length === 0 || roles.includes(role) ? modelId : undefined;
}

function providerFor(
  providers: readonly Provider[],
  role: Role,
  providerId: string | undefined,
  modelId: string | undefined,
): Provider {
  const listing = modelId === undefined ? [] : providers.filter((one) => lists(one, role, modelId));
  const current = listing.filter(({ models }) =>
    models.some((model) => model.role === role && model.id === modelId && model.retiredAt === undefined),
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

function lists(provider: Provider, role: Role, modelId: string): boolean {
  return provider.models.some((model) => model.role === role && model.id === modelId);
}
