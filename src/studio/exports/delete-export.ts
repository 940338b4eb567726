import { dropReferences } from '#store/drop-references.ts';
import { appendEvent } from '#store/events.ts';
import { deleteExport as deleteRow } from '#store/exports.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';
import { cancelExport } from './cancel-export.ts';
import { findExport } from './find-export.ts';

/** Deletes an export for good, its file off the disk; one under way is stopped first. */
export async function deleteExport(
  world: World,
  actor: Actor,
  place: { readonly workId: string; readonly exportId: string },
): Promise<void> {
  const row = await findExport(world, actor, place);
  await cancelExport(world, actor, place);
  const isGone = await world.database.transaction(async (trx) => {
    if (!(await deleteRow(trx, row.id))) return false;
    await appendEvent(trx, {
      workspaceId: row.workspaceId,
      workId: row.workId,
      type: 'export',
      data: { exportId: row.id, status: 'deleted' },
    });
    return true;
  });
  if (isGone) await dropReferences(world.database, world.files, [{ kind: 'export', id: row.id }]);
}
