import type { EstimateRequest } from '#contract/cost.ts';
import { Problem } from '#contract/problems.ts';
import type { SceneRow } from '#store/scenes.ts';
import type { Actor } from '../actor.ts';
import type { SceneInFilm } from '../generation/compose-image-request.ts';
import { busyScenes } from '../scenes/busy-scenes.ts';
import { listChanges } from '../scenes/list-changes.ts';
import { scenesOf, type Film } from '../scenes/read-film.ts';
import { scenesToMake } from '../scenes/scenes-to-make.ts';
import type { World } from '../world.ts';

/** A picture or clip that an action would start. */
export interface WantedTake {
  readonly film: SceneInFilm;
  readonly role: 'image' | 'video';
}

type Reach = Pick<World, 'database' | 'files'>;

/**
 * What an action would start, by the same rules as the action itself; in direct mode pictures are the user's own.
 *
 * Of a whole work, everything that is missing or not of its present inputs, approved or not.
 *
 * @throws Problem `not_found` where there is no such scene, `invalid_input` where none is named or `only` is
 *   said of another action, `work_has_no_scenes`
 */
export async function wantedByAction(
  world: Reach,
  actor: Actor,
  film: Film,
  { action, sceneIndex, only }: Pick<EstimateRequest, 'action' | 'sceneIndex' | 'only'>,
): Promise<readonly WantedTake[]> {
  if (only !== undefined && action !== 'pictures' && action !== 'clips') {
    throw new Problem('invalid_input', { reason: 'only is for pictures and clips, not for other actions' });
  }
  const { id: workId } = film.work;
  const isDirect = film.work.assetUsageMode === 'direct';
  const takes = (scenes: readonly SceneInFilm[], roles: readonly WantedTake['role'][]): WantedTake[] =>
    scenes.flatMap((one) => roles.flatMap((role) => (role === 'image' && isDirect ? [] : [{ film: one, role }])));
  switch (action) {
    case 'picture':
      return takes(oneScene(film, sceneIndex), ['image']);
    case 'clip':
      return takes(oneScene(film, sceneIndex), ['video']);
    case 'scene':
      return takes(oneScene(film, sceneIndex), ['image', 'video']);
    case 'pictures':
      return takes(inFilm(film, await scenesToMake(world, actor, workId, 'image', only ?? 'missing')), ['image']);
    case 'clips':
      return takes(inFilm(film, await scenesToMake(world, actor, workId, 'video', only ?? 'both')), ['video']);
    case 'work':
      return (await stillToMake(world, actor, film)).filter(({ role }) => role === 'video' || !isDirect);
    case 'again':
      return takes(scenesOf(film), ['image', 'video']);
    case 'analysis':
    case 'script':
    case 'proposal':
      return [];
    default:
      return action satisfies never;
  }
}

function oneScene(film: Film, sceneIndex: number | undefined): readonly SceneInFilm[] {
  if (sceneIndex === undefined) {
    throw new Problem('invalid_input', { reason: 'sceneIndex is needed for an action on one scene' });
  }
  const scene = scenesOf(film)[sceneIndex];
  if (!scene) throw new Problem('not_found', { what: `scene at index ${sceneIndex}` });
  return [scene];
}

const inFilm = (film: Film, scenes: readonly SceneRow[]): readonly SceneInFilm[] =>
  scenesOf(film).filter(({ scene }) => scenes.some(({ id }) => id === scene.id));

/** A new picture needs a new clip, whatever the clip there is now. */
async function stillToMake(world: Reach, actor: Actor, film: Film): Promise<WantedTake[]> {
  const { id: workId } = film.work;
  const standings = new Map((await listChanges(world, workId)).map((one) => [one.sceneId, one]));
  const busy = {
    image: await busyScenes(world, actor, workId, 'image'),
    video: await busyScenes(world, actor, workId, 'video'),
  };
  const isDue = (standing: string | undefined): boolean => standing === 'missing' || standing === 'changed';
  return scenesOf(film).flatMap((one): WantedTake[] => {
    const { id } = one.scene;
    const standing = standings.get(id);
    const picture = isDue(standing?.image) && !busy.image.has(id);
    const clip = (isDue(standing?.video) || (picture && standing?.video === 'current')) && !busy.video.has(id);
    return [
      ...(picture ? [{ film: one, role: 'image' as const }] : []),
      ...(clip ? [{ film: one, role: 'video' as const }] : []),
    ];
  });
}
