import type { Take, TakeReference } from '#contract/take.ts';
import { listAssets } from '#store/assets.ts';
import type { SceneRow } from '#store/scenes.ts';
import { getTake, type TakeRow } from '#store/takes.ts';
import type { World } from '../world.ts';
import { isOutdated, pictureIdOf, presentInputs } from './present-inputs.ts';
import { sceneInFilm } from './scene-in-film.ts';
import { takeOf } from './take-of.ts';

/** Takes of a scene as clients see them: with the names of what went in, and whether the scene has other inputs by now. */
export async function describeTakes(
  world: Pick<World, 'database'>,
  scene: SceneRow,
  rows: readonly TakeRow[],
): Promise<Take[]> {
  if (rows.length === 0) return [];
  const { kysely } = world.database;
  const film = await sceneInFilm(world, scene.workId, { id: scene.id });
  const pictureId = pictureIdOf(scene);
  const picture =
    pictureId === null ? null : (rows.find(({ id }) => id === pictureId) ?? (await getTake(kysely, pictureId)));
  const present = presentInputs(film, picture);
  const hasReferences = rows.some(({ referenceSha256s }) => referenceSha256s.length > 0);
  const assets = hasReferences ? await listAssets(kysely, { projectId: film.project.id, type: 'image' }) : [];
  const named = (sha256: string): TakeReference => {
    const asset = assets.find((one) => one.sha256 === sha256);
    return { sha256, assetId: asset?.id ?? null, name: asset?.name ?? null };
  };
  return rows.map((row) =>
    takeOf(row, scene, { references: row.referenceSha256s.map(named), inputsChanged: isOutdated(row, present) }),
  );
}
