import { Problem } from '#contract/problems.ts';
import { getExport, type ExportRow } from '#store/exports.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';

/**
 * An export of a work of the actor's workspace.
 *
 * @throws Problem `not_found`
 */
export async function findExport(
  world: Pick<World, 'database'>,
  actor: Actor,
  { workId, exportId }: { readonly workId: string; readonly exportId: string },
): Promise<ExportRow> {
  const row = await getExport(world.database.kysely, exportId);
  if (!row || row.workId !== workId || row.workspaceId !== actor.workspaceId) {
    throw new Problem('not_found', { what: 'such export' });
  }
  return row;
}
