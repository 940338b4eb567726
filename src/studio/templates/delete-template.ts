import { Problem } from '#contract/problems.ts';
import { deleteTemplate as deleteStored } from '#store/templates.ts';
import type { Actor } from '../actor.ts';
import { expectedRevision, type Expected } from '../expected-revision.ts';
import type { World } from '../world.ts';
import { findTemplate } from './find-template.ts';
import { forgetThumbnails } from './template-thumbnail.ts';

/**
 * Removes a template for good, and the picture that was drawn of it.
 *
 * @throws Problem `not_found`, also the second time; `stale`
 */
export async function deleteTemplate(
  world: Pick<World, 'database' | 'directories'>,
  actor: Actor,
  at: { readonly projectId: string; readonly templateId: string },
  expected: Expected,
): Promise<void> {
  const template = await findTemplate(world, actor, at);
  if (!(await deleteStored(world.database.kysely, template.id, expectedRevision(template, expected)))) {
    await findTemplate(world, actor, at);
    throw new Problem('stale');
  }
  await forgetThumbnails(world, template);
}
