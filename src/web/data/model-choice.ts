import { create } from 'zustand';
import type { ProviderInfo } from '#contract/provider-info.ts';
import type { ProviderSetting } from '#contract/provider-setting.ts';

/** What pictures or clips are made with. */
export type MediaRole = 'image' | 'video';

/** An engine and its model. */
export interface ModelChoice {
  readonly provider: string;
  readonly model: string;
}

/** The choice as a request says it, for any operation that takes model headers. */
export type ModelHeaders = Readonly<
  Partial<Record<'x-image-provider' | 'x-image-model-id' | 'x-video-provider' | 'x-video-model-id', string>>
>;

type Chosen = Readonly<Partial<Record<MediaRole, ModelChoice>>>;

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

/** Chooses what a work's pictures or clips are made with from now on. */
export function chooseModel(workId: string, role: MediaRole, choice: ModelChoice): void {
  useChoices.setState((all) => ({ [workId]: { ...all[workId], [role]: choice } }));
  localStorage.setItem(KEY, JSON.stringify(useChoices.getState()));
}

/** What was chosen for a work; null: the default of the settings. */
export const useModelChoice = (workId: string, role: MediaRole): ModelChoice | null =>
  useChoices((all) => all[workId]?.[role] ?? null);

/** Everything that was chosen for a work, as headers; a role that nothing was chosen for follows the settings. */
export function useModelHeaders(
  workId: string,
  providers: readonly ProviderInfo[],
  settings: readonly ProviderSetting[],
): ModelHeaders {
  const image = useModelChoice(workId, 'image');
  const video = useModelChoice(workId, 'video');
  return {
    ...headersOf('image', image ?? defaultChoice('image', providers, settings)),
    ...headersOf('video', video ?? defaultChoice('video', providers, settings)),
  };
}

/** One choice as headers. */
export const headersOf = (role: MediaRole, { provider, model }: ModelChoice): ModelHeaders =>
  model === ''
    ? { [`x-${role}-provider`]: provider }
    : { [`x-${role}-provider`]: provider, [`x-${role}-model-id`]: model };

/**
 * What makes pictures or clips where nothing was chosen for the work: the first engine that can be used and has a default
 * model for it in the settings, else the built-in one.
 */
export function defaultChoice(
  role: MediaRole,
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
