import type { ChangedInput, SceneChanges, TakeStanding } from '#contract/scene-changes.ts';
import { getGeneration } from '#store/generations.ts';
import { getTakes, type TakeRow } from '#store/takes.ts';
import type { SceneInFilm } from '../generation/compose-image-request.ts';
import { isWhole } from '../media/is-whole.ts';
import type { World } from '../world.ts';
import { isOutdated, pictureIdOf, presentInputs, type PresentInputs } from './present-inputs.ts';
import { readFilm, scenesOf } from './read-film.ts';
import { whyChanged } from './why-changed.ts';

/**
 * How the picture and the clip of each scene of a work stand to what would be made now.
 *
 * @throws Problem `not_found`
 */
export async function listChanges(world: Pick<World, 'database' | 'files'>, workId: string): Promise<SceneChanges[]> {
  const film = await readFilm(world, workId);
  const ids = film.scenes.flatMap(({ pickedImageTakeId, pickedVideoTakeId, approvedTakeId }) => [
    pickedImageTakeId,
    pickedVideoTakeId,
    approvedTakeId,
  ]);
  const takes = await getTakes(
    world.database.kysely,
    ids.filter((id) => id !== null),
  );
  const changes: SceneChanges[] = [];
  for (const inFilm of scenesOf(film)) changes.push(await changesOf(world, inFilm, takes));
  return changes;
}

async function changesOf(
  world: Pick<World, 'database' | 'files'>,
  film: SceneInFilm,
  takes: ReadonlyMap<string, TakeRow>,
): Promise<SceneChanges> {
  const { scene, sceneIndex } = film;
  const takeOf = (id: string | null): TakeRow | null => (id === null ? null : (takes.get(id) ?? null));
  const present = presentInputs(film, takeOf(pictureIdOf(scene)));
  const [picture, clip] = [takeOf(scene.pickedImageTakeId), takeOf(scene.pickedVideoTakeId)];
  const image = await standingOf(world, film, picture, present);
  const video = await standingOf(world, film, clip, present);
  return {
    sceneId: scene.id,
    sceneIndex,
    image,
    ...(picture && image === 'changed' ? { imageReasons: await reasonsOf(world, film, picture, present) } : {}),
    video,
    ...(clip && video === 'changed' ? { videoReasons: await reasonsOf(world, film, clip, present) } : {}),
  };
}

async function reasonsOf(
  world: Pick<World, 'database'>,
  film: SceneInFilm,
  take: TakeRow,
  present: PresentInputs,
): Promise<ChangedInput[]> {
  if (isNotSelected(film, take)) return ['references'];
  const generation = take.generationId ? await getGeneration(world.database.kysely, take.generationId) : null;
  return whyChanged(take, generation?.request, film, present);
}

/** How what a scene shows of a kind stands to its present inputs. */
async function standingOf(
  world: Pick<World, 'database' | 'files'>,
  film: SceneInFilm,
  take: TakeRow | null,
  present: PresentInputs,
): Promise<TakeStanding> {
  if (!take || !(await isWhole(world, take.sha256))) return 'missing';
  const isPinned = take.kind === 'image' ? film.scene.imagePinned : film.scene.videoPinned;
  if (isPinned) return 'own';
  if (isNotSelected(film, take)) return 'changed';
  if (take.origin !== 'generated') return 'own';
  return isOutdated(take, present) ? 'changed' : 'current';
}

/** In direct mode a scene shows one of the selected pictures, or what was uploaded for it. */
function isNotSelected({ work, assets }: SceneInFilm, take: TakeRow): boolean {
  if (work.assetUsageMode !== 'direct' || take.kind !== 'image' || take.origin === 'uploaded') return false;
  return !assets.some(({ id, sha256 }) => take.parentIds.includes(id) && take.sha256 === sha256);
}
