import type { Project, ProjectFields } from '#contract/project.ts';
import { fieldsOfNewProject } from '#domain/project-presets.ts';
import { insertProject } from '#store/projects.ts';
import type { Actor } from '../actor.ts';
import { newId } from '../new-id.ts';
import type { World } from '../world.ts';
import { projectOf } from './project-of.ts';

/** Creates a project; its type fills what is left out, what is given wins. */
export async function createProject(
  world: Pick<World, 'database' | 'clock' | 'random'>,
  actor: Actor,
  fields: ProjectFields,
): Promise<Project> {
  const row = await insertProject(world.database.kysely, {
    id: newId(world, 'project'),
    workspaceId: actor.workspaceId,
    createdBy: actor.userId,
    ...fieldsOfNewProject(fields),
  });
  return projectOf(row);
}
