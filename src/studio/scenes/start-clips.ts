import { Problem } from '#contract/problems.ts';
import { listScenes } from '#store/scenes.ts';
import { getTake, type TakeRow } from '#store/takes.ts';
import type { Actor } from '../actor.ts';
import { chooseFor } from '../generation/choose-for.ts';
import type { ModelChoice } from '../generation/choose-model.ts';
import type { SceneInFilm } from '../generation/compose-image-request.ts';
import { composeVideoRequest } from '../generation/compose-video-request.ts';
import type { World } from '../world.ts';
import { busyScenes } from './busy-scenes.ts';
import { sceneInFilm } from './scene-in-film.ts';
import { shownTake } from './shown-take.ts';
import { startClip } from './start-clip.ts';

/**
 * Starts the clip of every approved scene that has no current one, none under way and none in doubt.
 *
 * @throws Problem `work_has_no_scenes`
 */
export async function startClips(
  world: World,
  actor: Actor,
  workId: string,
  choice: ModelChoice,
): Promise<{ readonly jobId: string }[]> {
  const scenes = await listScenes(world.database.kysely, workId);
  if (scenes.length === 0) throw new Problem('work_has_no_scenes');
  await chooseFor(world, actor, 'video', choice); // refused before anything starts
  const busy = await busyScenes(world, actor, workId, 'video');
  const started: { readonly jobId: string }[] = [];
  for (const scene of scenes) {
    if (busy.has(scene.id)) continue;
    const picture = scene.approvedTakeId && (await getTake(world.database.kysely, scene.approvedTakeId));
    if (!picture || (await hasCurrentClip(world, await sceneInFilm(world, workId, scene), picture))) continue;
    started.push(await startClip(world, actor, workId, scene, choice, { from: 'approved', picks: false }));
  }
  return started;
}

/** Whether a scene shows a clip of its present picture, prompt, style and length, or one that was put there by hand. */
async function hasCurrentClip(world: World, film: SceneInFilm, picture: TakeRow): Promise<boolean> {
  const clip = await shownTake(world, film.scene.pickedVideoTakeId);
  if (!clip) return false;
  if (film.scene.videoPinned || clip.origin !== 'generated') return true;
  return clip.inputsHash === composeVideoRequest(film, picture, 0).inputsHash;
}
