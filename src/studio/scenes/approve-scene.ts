import type { SceneRow } from '#store/scenes.ts';
import type { Actor } from '../actor.ts';
import { chooseFor } from '../generation/choose-for.ts';
import type { ModelChoice } from '../generation/choose-model.ts';
import type { World } from '../world.ts';
import { approvePicture } from './approve-picture.ts';
import { findScene } from './find-scene.ts';
import { ownPicture } from './own-picture.ts';
import { sceneInFilm } from './scene-in-film.ts';
import { startClip } from './start-clip.ts';

/** What is approved, and whether the clip is to be started too. */
export interface WantedApproval {
  readonly workId: string;
  readonly sceneIndex: number;
  /** The picture the scene shows where none is named. */
  readonly takeId?: string | undefined;
  readonly animate?: boolean | undefined;
}

/**
 * Approves a picture of a scene; with `animate` its clip is started.
 *
 * @throws Problem `scene_has_no_picture`, `not_found`; with `animate` also what refuses a model
 */
export async function approveScene(
  world: World,
  actor: Actor,
  wanted: WantedApproval,
  choice: ModelChoice,
): Promise<{ readonly takeId: string; readonly jobId: string | null }> {
  const { workId, sceneIndex, animate } = wanted;
  if (animate) await chooseFor(world, actor, 'video', choice); // refused before anything is approved
  const scene = await findScene(world, workId, sceneIndex);
  const { takeId } = await approvePicture(world, scene, { takeId: wanted.takeId ?? (await pictureOf(world, scene)) });
  const how = { from: 'approved', picks: true } as const;
  const started = animate ? await startClip(world, actor, workId, scene, choice, how) : null;
  return { takeId, jobId: started?.jobId ?? null };
}

/** What the scene shows; in direct mode the user's own picture, which it may not have been given yet. */
async function pictureOf(world: World, scene: SceneRow): Promise<string | undefined> {
  if (scene.pickedImageTakeId !== null) return scene.pickedImageTakeId;
  const film = await sceneInFilm(world, scene.workId, scene);
  return film.work.assetUsageMode === 'direct' ? (await ownPicture(world, film)).id : undefined;
}
