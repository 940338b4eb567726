import type { TrashKind } from '#contract/trash.ts';
import { deleteAsset } from '#store/assets.ts';
import type { Trx } from '#store/database/tables.ts';
import { dropReferences } from '#store/drop-references.ts';
import type { MediaOwner } from '#store/media.ts';
import { deleteProject, workIdsOfProject } from '#store/projects.ts';
import { deleteScene } from '#store/scenes.ts';
import { getTrash, lockTrash } from '#store/trash.ts';
import { deleteTemplate } from '#store/templates.ts';
import { deleteWork } from '#store/works.ts';
import { forgetSegments } from '../exports/segments-of-work.ts';
import { forgetThumbnails } from '../templates/template-thumbnail.ts';
import { cancelJobsOfWork } from '../works/cancel-jobs-of-work.ts';
import type { World } from '../world.ts';

/**
 * Deletes something in the trash for good, and its media off the disk where nobody else has them; false where it is not
 * in the trash any more. A kill in between leaves nothing that the sweep of media does not find.
 */
export async function deleteForGood(
  world: Pick<World, 'database' | 'files' | 'queue' | 'directories'>,
  what: { readonly id: string; readonly kind: TrashKind; readonly workspaceId: string },
): Promise<boolean> {
  const { id, kind } = what;
  const workIds = kind === 'project' ? await workIdsOfProject(world.database.kysely, id) : kind === 'work' ? [id] : [];
  const template = kind === 'template' ? await getTrash(world.database.kysely, what) : null;
  const owners = await world.database.transaction(async (trx) =>
    (await lockTrash(trx, kind, id)) ? deleteIts(trx, kind, id) : null,
  );
  if (owners === null) return false;
  for (const workId of workIds) {
    await cancelJobsOfWork(world, what, workId); // what was in doubt still
    await forgetSegments(world, workId);
  }
  if (kind === 'project') await forgetThumbnails(world, { projectId: id });
  if (template) await forgetThumbnails(world, template);
  await dropReferences(world.database, world.files, owners);
  return true;
}

/** @returns whose media it held */
async function deleteIts(trx: Trx, kind: TrashKind, id: string): Promise<readonly MediaOwner[] | null> {
  switch (kind) {
    case 'project':
      return deleteProject(trx, id);
    case 'work':
      return deleteWork(trx, id);
    case 'scene':
      return deleteScene(trx, id);
    case 'asset':
      return (await deleteAsset(trx, id)) ? [{ kind: 'asset', id }] : null;
    case 'template':
      return (await deleteTemplate(trx, id)) ? [] : null; // the pictures it shows are assets of the project
    default:
      return kind satisfies never;
  }
}
