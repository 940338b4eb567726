import { listOverdueTrash } from '#store/trash.ts';
import type { World } from '../world.ts';
import { deleteForGood } from './delete-for-good.ts';

const AT_ONCE = 20; // each is a transaction of its own, and what is left over is found again

/** Deletes for good what has been in the trash for long enough. */
export async function purgeTrash(
  world: Pick<World, 'database' | 'files' | 'queue' | 'directories'>,
): Promise<{ readonly purged: number }> {
  let purged = 0;
  for (;;) {
    const overdue = await listOverdueTrash(world.database.kysely, AT_ONCE);
    for (const what of overdue) {
      if (await deleteForGood(world, what)) purged += 1;
    }
    if (overdue.length < AT_ONCE) return { purged };
  }
}
