import type { RetiredModel } from '#contract/retired-model.ts';
import { isRetired } from '#providers/is-retired.ts';
import { vendorOf } from '#providers/vendor-of.ts';
import { listModelsLastAsked } from '#store/models-last-asked.ts';
import { listProviderSettings } from '#store/provider-settings.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';

const AHEAD_MS = 45 * 24 * 60 * 60 * 1000; // time enough to try the other one

/** The models in use that are switched off, or soon will be: defaults, and what projects asked for last; the first gone first. */
export async function listRetiredModels(
  world: Pick<World, 'database' | 'providers' | 'clock'>,
  { userId, workspaceId }: Actor,
): Promise<RetiredModel[]> {
  const nowMs = world.clock.nowMs();
  const db = world.database.kysely;
  const settings = await listProviderSettings(db, userId);
  const asked = await listModelsLastAsked(db, workspaceId);
  const found = world.providers.flatMap((provider) => {
    const setting = settings.find((row) => row.provider === vendorOf(provider));
    const defaults = setting?.settings.models ?? {};
    return provider.models.flatMap((model): RetiredModel[] => {
      const { id, role, retiredAt, replacedBy } = model;
      if (retiredAt === undefined || retiredAt > nowMs + AHEAD_MS) return [];
      const isDefault = defaults[role] === id;
      const projects = asked
        .filter((one) => one.provider === provider.id && one.model === id && one.role === role)
        // Once another is the default, only who names the old one still asks for it.
        .filter(({ askedAt }) => isDefault || askedAt > (setting?.updatedAt ?? 0))
        .map(({ projectId, name }) => ({ id: projectId, name }));
      if (!isDefault && projects.length === 0) return [];
      return [
        {
          provider: provider.id,
          providerName: provider.label,
          role,
          model: id,
          retiredAt,
          isRetired: isRetired(model, nowMs),
          replacedBy: replacedBy ?? null,
          isDefault,
          projects,
        },
      ];
    });
  });
  return found.toSorted((a, b) => a.retiredAt - b.retiredAt);
}
