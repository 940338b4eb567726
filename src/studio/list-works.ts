import type { WorkSummary } from '#contract/work.ts';
import * as store from '#store/works.ts';
import type { Actor } from './actor.ts';
import type { World } from './world.ts';

/** The works of a project, the last changed first. */
export async function listWorks(
  world: Pick<World, 'database'>,
  actor: Actor,
  projectId: string,
): Promise<WorkSummary[]> {
  const rows = await store.listWorks(world.database.kysely, { workspaceId: actor.workspaceId, projectId });
  return rows.map(({ id, name, mode, currentStep, updatedAt }) => ({
    id,
    projectId,
    name,
    mode,
    currentStep,
    updatedAt,
  }));
}
