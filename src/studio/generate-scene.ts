import type { Actor } from './actor.ts';
import { ensureClip, ensurePicture } from './ensure-scene.ts';
import { freshSeed } from './start-generations.ts';
import type { Waiting } from './wait-for-job.ts';
import type { World } from './world.ts';

/** Makes a new picture of a scene and a clip from it, and waits for both; the picture is kept whatever the clip does. */
export async function generateScene(
  world: World,
  actor: Actor,
  scene: { readonly workId: string; readonly sceneIndex: number },
  waiting: Waiting,
): Promise<void> {
  const wanted = { ...scene, seed: freshSeed(world) };
  await ensurePicture(world, actor, wanted, waiting);
  await ensureClip(world, actor, wanted, waiting);
}
