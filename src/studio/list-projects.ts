import type { ProjectSummary } from '#contract/project.ts';
import * as store from '#store/projects.ts';
import type { Actor } from './actor.ts';
import type { World } from './world.ts';

/** The projects of the actor's workspace, the last changed first. */
export async function listProjects(world: Pick<World, 'database'>, actor: Actor): Promise<ProjectSummary[]> {
  const rows = await store.listProjects(world.database.kysely, { workspaceId: actor.workspaceId });
  return rows.map(({ id, createdBy, name, projectType, updatedAt }) => ({
    id,
    userId: createdBy ?? '',
    name,
    projectType,
    updatedAt,
  }));
}
