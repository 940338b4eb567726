import type { TemplateFields } from '#contract/template.ts';
import { insertTemplate, type TemplateRow } from '#store/templates.ts';
import type { Actor } from '../actor.ts';
import { newId } from '../new-id.ts';
import type { World } from '../world.ts';
import { templateContent } from './template-content.ts';

/** Saves overlays as a template of a project. Pictures it names need not be there (yet). */
export function createTemplate(
  world: Pick<World, 'database' | 'clock' | 'random'>,
  actor: Actor,
  { projectId, name, description, tags, content }: TemplateFields & { readonly projectId: string },
): Promise<TemplateRow> {
  return insertTemplate(world.database.kysely, {
    id: newId(world, 'template'),
    workspaceId: actor.workspaceId,
    createdBy: actor.userId,
    projectId,
    name,
    description: description ?? null,
    tags: tags ?? [],
    content: templateContent(content),
  });
}
