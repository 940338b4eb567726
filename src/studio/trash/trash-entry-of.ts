import type { Trashed, TrashEntry } from '#contract/trash.ts';
import type { TrashRow } from '#store/trash.ts';

/** What was put into the trash, as the answer to it says. */
export function trashedOf({ id, kind, name, deletedAt, purgeAt }: TrashRow): Trashed {
  return { trashId: id, kind, name, deletedAt, purgeAt };
}

/** Something in the trash as clients see it. */
export function trashEntryOf(row: TrashRow): TrashEntry {
  const { projectId, projectName, workId, workName, position } = row;
  return {
    ...trashedOf(row),
    projectId,
    projectName,
    workId,
    workName,
    sceneIndex: position,
    poster: row.posterSha256 === null ? null : `/api/trash/${row.id}/poster`,
    inside: insideOf(row),
  };
}

/** What is in the trash itself and holds this; the outermost, because it has to come first. */
export function insideOf(row: TrashRow): TrashEntry['inside'] {
  if (row.projectIsIn) return { trashId: row.projectId, kind: 'project', name: row.projectName };
  if (row.workIsIn && row.workId !== null) return { trashId: row.workId, kind: 'work', name: row.workName ?? '' };
  return null;
}
