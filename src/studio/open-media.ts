import type { FileAnswer } from '#contract/operation.ts';
import { Problem } from '#contract/problems.ts';
import { getExport } from '#store/exports.ts';
import { getMedia } from '#store/media.ts';
import { getTake } from '#store/takes.ts';
import { findScene } from './find-scene.ts';
import type { World } from './world.ts';
import { isWhole } from './is-whole.ts';

type Reach = Pick<World, 'database' | 'files'>;

/**
 * The picture or clip a scene shows.
 *
 * @throws Problem `not_found`
 */
export async function sceneMedia(
  world: Reach,
  { workId, sceneIndex }: { readonly workId: string; readonly sceneIndex: number },
  kind: 'image' | 'video',
): Promise<FileAnswer> {
  const scene = await findScene(world, workId, sceneIndex);
  const takeId = kind === 'image' ? scene.pickedImageTakeId : scene.pickedVideoTakeId;
  const take = takeId ? await getTake(world.database.kysely, takeId) : null;
  if (!take) throw new Problem('not_found', { what: `${kind} of scene ${sceneIndex}` });
  return fileAnswer(world, take.sha256, `scene-${sceneIndex + 1}`);
}

/**
 * The file of a finished export.
 *
 * @throws Problem `not_found`
 */
export async function exportFile(
  world: Reach,
  { workId, exportId }: { readonly workId: string; readonly exportId: string },
): Promise<FileAnswer> {
  const row = await getExport(world.database.kysely, exportId);
  if (!row || row.workId !== workId || !row.sha256) throw new Problem('not_found', { what: 'finished export' });
  return fileAnswer(world, row.sha256, 'film');
}

async function fileAnswer(world: Reach, sha256: string, name: string): Promise<FileAnswer> {
  const media = await getMedia(world.database.kysely, sha256);
  if (!media || !(await isWhole(world, sha256))) throw new Problem('media_missing', { sha256 });
  const ending =
    media.mime
      .split('/')[1]
      ?.replace('jpeg', 'jpg')
      .replace(/[^a-z0-9]/g, '') ?? 'bin';
  return {
    path: world.files.pathOf(sha256),
    mime: media.mime,
    filename: `${name}.${ending}`,
    sizeBytes: media.sizeBytes,
    etag: sha256,
  };
}
