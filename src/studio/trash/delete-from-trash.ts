import { Problem } from '#contract/problems.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';
import { deleteForGood } from './delete-for-good.ts';
import { findTrashed } from './find-trashed.ts';

/**
 * Deletes something in the trash for good, with its media, as the documented DELETE does.
 *
 * @throws Problem `not_found`, also the second time
 */
export async function deleteFromTrash(
  world: Pick<World, 'database' | 'files' | 'queue' | 'directories'>,
  { workspaceId }: Actor,
  trashId: string,
): Promise<void> {
  const { id, kind } = await findTrashed(world, { workspaceId }, trashId);
  if (await deleteForGood(world, { id, kind, workspaceId })) return;
  throw new Problem('not_found', { what: 'such thing in the trash' });
}
