import { Problem } from '#contract/problems.ts';
import { getProject, type ProjectRow } from '#store/projects.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';

/**
 * A project of the actor's workspace; somebody else's is as absent as one that never was.
 *
 * @throws Problem `not_found`
 */
export async function findProject(
  world: Pick<World, 'database'>,
  actor: Actor,
  projectId: string,
): Promise<ProjectRow> {
  const project = await getProject(world.database.kysely, projectId);
  if (!project || project.workspaceId !== actor.workspaceId || project.deletedAt !== null) {
    throw new Problem('not_found', { what: 'such project' });
  }
  return project;
}
