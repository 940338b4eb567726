import type { TrashEntry, TrashKind } from '#contract/trash.ts';
import * as store from '#store/trash.ts';
import type { Actor } from '../actor.ts';
import { listedPage, storePage, type Listed, type WantedPage } from '../list-cursor.ts';
import type { World } from '../world.ts';
import { trashEntryOf } from './trash-entry-of.ts';

/** What is in the trash of the actor's workspace, the last deleted first. */
export async function listTrash(
  world: Pick<World, 'database'>,
  { workspaceId }: Actor,
  { kinds, ...page }: { readonly kinds: readonly TrashKind[] } & WantedPage,
): Promise<Listed<TrashEntry>> {
  const rows = await store.listTrash(world.database.kysely, { workspaceId, kinds, ...storePage(page) });
  return listedPage(rows, page, ({ id, deletedAt }) => ({ id, atMs: deletedAt }), trashEntryOf);
}
