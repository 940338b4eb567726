import { Problem } from '#contract/problems.ts';
import { getTemplate, type TemplateRow } from '#store/templates.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';

/**
 * A template of the actor's workspace, in the project it is said to be in.
 *
 * @throws Problem `not_found`
 */
export async function findTemplate(
  world: Pick<World, 'database'>,
  actor: Actor,
  { projectId, templateId }: { readonly projectId: string; readonly templateId: string },
): Promise<TemplateRow> {
  const template = await getTemplate(world.database.kysely, templateId);
  if (!template || template.workspaceId !== actor.workspaceId || template.projectId !== projectId) {
    throw new Problem('not_found', { what: 'such template' });
  }
  return template;
}
