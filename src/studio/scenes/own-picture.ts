import { Problem } from '#contract/problems.ts';
import type { AssetRow } from '#store/assets.ts';
import type { Db } from '#store/database/open-database.ts';
import type { Trx } from '#store/database/tables.ts';
import { shareMedia } from '#store/media.ts';
import { pickTake } from '#store/scenes.ts';
import { getTake, insertTake, type TakeRow } from '#store/takes.ts';
import type { SceneInFilm } from '../generation/compose-image-request.ts';
import { newId } from '../new-id.ts';
import type { World } from '../world.ts';
import { sceneChanged } from './scene-changed.ts';
import { shownTake } from './shown-take.ts';

/**
 * In direct mode the user's picture is the scene's picture: its bytes, unaltered, with nothing generated.
 *
 * A scene that was moved keeps the picture it has, as long as it is one of the selected ones or was brought by hand.
 *
 * @throws Problem `conflict` where there are fewer pictures than scenes
 */
export async function ownPicture(world: World, film: SceneInFilm): Promise<TakeRow> {
  return world.database.transaction((trx) => ownPictureIn(trx, world, film));
}

/** The same as a part of something larger. */
export async function ownPictureIn(
  trx: Trx,
  world: Pick<World, 'database' | 'files' | 'clock' | 'random'>,
  film: SceneInFilm,
): Promise<TakeRow> {
  const { scene, work } = film;
  const pictures = film.assets.filter((asset) => asset.type === 'image');
  const shown = await shownTake(world, scene.pickedImageTakeId, trx);
  const isSelected = pictures.some((asset) => shown?.parentIds.includes(asset.id) && shown.sha256 === asset.sha256);
  if (shown && (isSelected || shown.origin === 'uploaded')) return shown;

  const asset = await assetFor(trx, film, pictures);
  if (!asset?.facts) {
    const { sceneIndex } = film;
    const reason = `Direct mode uses your own pictures, and there is none for the scene at index ${sceneIndex}: select one`;
    throw new Problem('conflict', { reason, sceneIndex });
  }
  const id = newId(world, 'take');
  const { facts, sha256 } = asset;
  const { workspaceId, createdBy } = work;
  await shareMedia(trx, sha256, { kind: 'take', id, workspaceId });
  const take = await insertTake(trx, {
    id,
    workspaceId,
    createdBy,
    workId: work.id,
    sceneId: scene.id,
    kind: 'image',
    origin: 'asset',
    sha256,
    facts,
    prompt: null,
    negativePrompt: null,
    provider: null,
    model: null,
    seed: null,
    costMicroUsd: 0,
    parentIds: [asset.id],
    inputsHash: sha256,
    recipe: null,
  });
  // The selected asset is what the scene is to show: it wins over what was pinned before the selection changed.
  await pickTake(trx, { sceneId: scene.id, kind: 'image', takeId: id, how: 'as-asked' });
  await sceneChanged(trx, scene.id);
  return take;
}

/** The picture at the scene's place, unless another scene shows that one already: then the first that none shows. */
async function assetFor(
  db: Db,
  { scene, sceneIndex, scenes }: SceneInFilm,
  pictures: readonly AssetRow[],
): Promise<AssetRow | undefined> {
  const taken = new Set<string>();
  for (const other of scenes) {
    if (other.id === scene.id || other.pickedImageTakeId === null) continue;
    const take = await getTake(db, other.pickedImageTakeId);
    for (const parentId of take?.parentIds ?? []) taken.add(parentId);
  }
  const atPlace = pictures[sceneIndex];
  if (atPlace && !taken.has(atPlace.id)) return atPlace;
  return pictures.find((asset) => !taken.has(asset.id)) ?? atPlace;
}
