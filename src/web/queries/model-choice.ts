import { create } from 'zustand';
import type { Role } from '#contract/generation.ts';
import type { ProviderInfo } from '#contract/provider-info.ts';
import type { ProviderSetting } from '#contract/provider-setting.ts';

/** What makes pictures or clips. */
export type MediaRole = Extract<Role, 'image' | 'video'>;

/** An engine and its model. */
export interface ModelChoice {
  readonly provider: string;
  readonly model: string;
}

/** The choice as a request says it, for any operation that takes model headers. */
export type ModelHeaders = Readonly<
  Partial<Record<`x-${Role}-provider` | 'x-image-model-id' | 'x-video-model-id' | 'x-model-id', string>>
>;

type Chosen = Readonly<Partial<Record<Role, ModelChoice>>>;

const KEY = 'scenewright.models';

/** What somebody has chosen for each work, kept in this browser. */
const useChoices = create<Readonly<Record<string, Chosen>>>(() => stored());

function stored(): Readonly<Record<string, Chosen>> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Readonly<Record<string, Chosen>>;
  } catch {
    return {};
  }
}

/** Chooses who plays a role in a work from now on. */
export function chooseModel(workId: string, role: Role, choice: ModelChoice): void {
  useChoices.setState((all) => ({ [workId]: { ...all[workId], [role]: choice } }));
  localStorage.setItem(KEY, JSON.stringify(useChoices.getState()));
}

/** Lets every work for which a model was chosen have another in its place. */
export function replaceChosenModel(role: Role, from: ModelChoice, to: ModelChoice): void {
  const isOld = (choice: ModelChoice | undefined): boolean =>
    choice?.provider === from.provider && choice.model === from.model;
  const all = Object.entries(useChoices.getState());
  useChoices.setState(
    Object.fromEntries(
      all.map(([workId, chosen]) => [workId, isOld(chosen[role]) ? { ...chosen, [role]: to } : chosen]),
    ),
  );
  localStorage.setItem(KEY, JSON.stringify(useChoices.getState()));
}

/** What was chosen for a work; null: the default of the settings. */
export const useModelChoice = (workId: string, role: Role): ModelChoice | null =>
  useChoices((all) => all[workId]?.[role] ?? null);

/** What was chosen for a work, as headers; a role that nothing was chosen for follows the settings. */
export function useModelHeaders(
  workId: string,
  providers: readonly ProviderInfo[],
  settings: readonly ProviderSetting[],
  roles: readonly Role[] = ['image', 'video'],
): ModelHeaders {
  const chosen = useChoices((all) => all[workId]);
  const said = roles.map((role) => headersOf(role, chosen?.[role] ?? defaultChoice(role, providers, settings)));
  return Object.assign({}, ...said) as ModelHeaders;
}

/** One choice as headers. */
export const headersOf = (role: Role, { provider, model }: ModelChoice): ModelHeaders =>
  model === ''
    ? { [`x-${role}-provider`]: provider }
    : { [`x-${role}-provider`]: provider, [modelHeader[role]]: model };

const modelHeader = {
  llm: 'x-model-id',
  vision: 'x-model-id',
  image: 'x-image-model-id',
  video: 'x-video-model-id',
} as const satisfies Record<Role, string>;

/**
 * Who plays a role where nothing was chosen for the work: the first engine that can be used and has a default
 * model for it in the settings, else the built-in one.
 */
export function defaultChoice(
  role: Role,
  providers: readonly ProviderInfo[],
  settings: readonly ProviderSetting[],
): ModelChoice {
  for (const info of providers.filter(({ category }) => category === role)) {
    const setting = settings.find(({ provider }) => provider === info.id);
    const model = setting?.models[role];
    // Two engines of one vendor share its settings; the second takes of them what it lists.
    const isItsOwn = info.vendor === info.id || info.models.some(({ id }) => id === model);
    if (model !== undefined && isItsOwn && (setting?.hasKey || info.keyless)) return { provider: info.id, model };
  }
  const local = providers.find(({ id, category }) => id === 'local' && category === role);
  return { provider: 'local', model: local?.models[0]?.id ?? '' };
}
