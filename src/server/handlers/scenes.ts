import type { scenesOperations } from '#contract/operations/scenes.ts';
import { Problem } from '#contract/problems.ts';
import { approveScene } from '#studio/approve-scene.ts';
import { findScene } from '#studio/find-scene.ts';
import { startVideo } from '#studio/start-generations.ts';
import { listTakes } from '#studio/list-takes.ts';
import type { Handlers } from './handler.ts';

/** The scenes of a work and their takes. */
export const scenesHandlers: Handlers<typeof scenesOperations> = {
  approveScene: async (world, actor, { workId, sceneIndex, animate }) => {
    const scene = await approveScene(world, await findScene(world, workId, sceneIndex));
    if (!scene.approvedTakeId) throw new Problem('scene_has_no_picture', { scene: sceneIndex + 1 });
    const started = animate ? await startVideo(world, actor, workId, scene) : null;
    return { takeId: scene.approvedTakeId, jobId: started?.jobId ?? null };
  },
  listTakes: (world, _, { workId, sceneIndex }) => listTakes(world, workId, sceneIndex),
};
