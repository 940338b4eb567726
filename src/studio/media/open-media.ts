import type { FileAnswer } from '#contract/operation.ts';
import { Problem } from '#contract/problems.ts';
import type { MediaFacts } from '#contract/take.ts';
import { getExport } from '#store/exports.ts';
import { getMedia } from '#store/media.ts';
import { getTake } from '#store/takes.ts';
import { getUserMedia } from '#store/user-media.ts';
import type { Actor } from '../actor.ts';
import { findScene } from '../scenes/find-scene.ts';
import { findWork } from '../works/find-work.ts';
import type { World } from '../world.ts';
import { fileEnding } from './file-ending.ts';
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
  if (!take) throw new Problem('not_found', { what: `${kind} of the scene at index ${sceneIndex}`, sceneIndex });
  return fileAnswer(world, take.sha256, `scene-${sceneIndex}`);
}

/**
 * The reference video or the music of a work.
 *
 * @throws Problem `not_found`
 */
export async function workMedia(
  world: Reach,
  actor: Actor,
  place: { readonly projectId: string; readonly workId: string },
  what: 'reference' | 'audio',
): Promise<FileAnswer> {
  const work = await findWork(world, actor, place);
  const sha256 = what === 'reference' ? work.referenceSha256 : work.audioSha256;
  if (sha256 === null) throw new Problem('not_found', { what: what === 'reference' ? 'reference video' : 'audio' });
  return fileAnswer(world, sha256, what);
}

/**
 * How long and large the reference video of a work is.
 *
 * @throws Problem `not_found`
 */
export async function referenceFacts(
  world: Pick<World, 'database'>,
  actor: Actor,
  place: { readonly projectId: string; readonly workId: string },
): Promise<MediaFacts> {
  const { referenceSha256 } = await findWork(world, actor, place);
  const facts = referenceSha256 && (await getMedia(world.database.kysely, referenceSha256))?.facts;
  if (!facts) throw new Problem('not_found', { what: 'reference video' });
  return facts;
}

/**
 * A take, or the result of a call without a work, of the actor's workspace.
 *
 * @throws Problem `not_found`
 */
export async function mediaById(world: Reach, actor: Actor, id: string): Promise<FileAnswer> {
  const db = world.database.kysely;
  const found = id.startsWith('take_')
    ? { media: await getTake(db, id), name: 'take' }
    : await getUserMedia(db, id).then((media) => ({ media, name: media?.filename ?? 'media' }));
  if (found.media?.workspaceId !== actor.workspaceId) throw new Problem('not_found', { what: 'such media' });
  return fileAnswer(world, found.media.sha256, found.name);
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
  return {
    path: world.files.pathOf(sha256),
    mime: media.mime,
    filename: `${name}.${fileEnding(media.mime)}`,
    sizeBytes: media.sizeBytes,
    etag: sha256,
  };
}
