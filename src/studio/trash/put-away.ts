import { Problem } from '#contract/problems.ts';
import type { TrashKind } from '#contract/trash.ts';
import type { Trx } from '#store/database/tables.ts';
import { getTrash, putIntoTrash, type TrashRow } from '#store/trash.ts';

/**
 * Puts something into the trash, and nothing else.
 *
 * @throws Problem `not_found` where somebody was faster
 */
export async function putAway(
  trx: Trx,
  workspaceId: string,
  { kind, id }: { readonly kind: TrashKind; readonly id: string },
): Promise<TrashRow> {
  const row = (await putIntoTrash(trx, kind, id)) ? await getTrash(trx, { workspaceId, id }) : null;
  if (!row) throw new Problem('not_found', { what: `such ${kind}` });
  return row;
}
