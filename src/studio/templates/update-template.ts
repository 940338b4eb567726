import { Problem } from '#contract/problems.ts';
import type { TemplateChanges } from '#contract/template.ts';
import { updateTemplate as updateStored, type TemplateRow } from '#store/templates.ts';
import type { Actor } from '../actor.ts';
import { checkSameId } from '../check-same-id.ts';
import type { World } from '../world.ts';
import { findTemplate } from './find-template.ts';
import { templateContent } from './template-content.ts';
import { forgetThumbnails } from './template-thumbnail.ts';

/**
 * Changes what is said of a template; what is left out stays, null clears.
 *
 * @throws Problem `not_found`, `invalid_input`, `stale`
 */
export async function updateTemplate(
  world: Pick<World, 'database' | 'directories'>,
  actor: Actor,
  change: TemplateChanges & { readonly projectId: string; readonly templateId: string },
  { ifRevision }: { readonly ifRevision: number | null },
): Promise<TemplateRow> {
  const { id, templateId, name, description, tags, content } = change;
  checkSameId(id, templateId);
  const before = await findTemplate(world, actor, change);
  const after = await updateStored(
    world.database.kysely,
    templateId,
    {
      ...(name === undefined ? {} : { name }),
      ...(description === undefined ? {} : { description }),
      ...(tags === undefined ? {} : { tags: tags ?? [] }),
      ...(content === undefined ? {} : { content: templateContent(content) }),
      updatedBy: actor.userId,
    },
    ifRevision === null ? {} : { ifRevision },
  );
  if (!after) throw ifRevision === null ? new Problem('not_found', { what: 'such template' }) : new Problem('stale');
  if (content !== undefined) await forgetThumbnails(world, before);
  return after;
}
