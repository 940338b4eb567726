import type { generateOperations } from '#contract/operations/generate.ts';
import { ensureScenario } from '#studio/film-steps.ts';
import { findWork } from '#studio/find-work.ts';
import { freshSeed, startImages, startVideos } from '#studio/start-generations.ts';
import { generateScene } from '#studio/generate-scene.ts';
import { scenarioSceneOf } from '#studio/work-of.ts';
import type { Handlers } from './handler.ts';
import { waiting } from './waiting.ts';

/** What models make for a work. */
export const generateHandlers: Handlers<typeof generateOperations> = {
  writeScenario: async (world, actor, input) => {
    const work = await findWork(world, actor, input);
    const scenes = await ensureScenario(world, actor, work, { seed: freshSeed(world), again: true }, waiting());
    return { scenes: scenes.map(scenarioSceneOf) };
  },
  generateScene: async (world, actor, { workId, sceneIndex, projectId }) => {
    await generateScene(world, actor, { workId, sceneIndex }, waiting());
    const media = `/api/projects/${projectId}/works/${workId}/media/scene/${sceneIndex}`;
    return { imageUrl: `${media}/image`, videoUrl: `${media}/video` };
  },
  generateImages: async (world, actor, { workId }) => ({ jobs: await startImages(world, actor, workId) }),
  generateVideos: async (world, actor, { workId }) => ({ jobs: await startVideos(world, actor, workId) }),
};
