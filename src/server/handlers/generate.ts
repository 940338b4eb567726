import { z } from 'zod';
import { AnalysisResult } from '#contract/analysis.ts';
import type { Job } from '#contract/job.ts';
import type { generateOperations } from '#contract/operations/generate.ts';
import { Problem } from '#contract/problems.ts';
import { startScenario } from '#studio/film/film-steps.ts';
import { findScene } from '#studio/scenes/find-scene.ts';
import { readScenes } from '#studio/scenes/read-scenes.ts';
import { sceneMediaPath, type ScenePlace } from '#studio/scenes/scene-media-path.ts';
import { startClip } from '#studio/scenes/start-clip.ts';
import { startClips } from '#studio/scenes/start-clips.ts';
import { startPicture } from '#studio/scenes/start-picture.ts';
import { startPictures } from '#studio/scenes/start-pictures.ts';
import { startScene } from '#studio/scenes/start-scene.ts';
import { analyzeWork } from '#studio/works/analyze-work.ts';
import { findWork } from '#studio/works/find-work.ts';
import type { World } from '#studio/world.ts';
import type { Handlers } from './handler.ts';
import { modelChoices } from './model-choices.ts';

/** What models make for a work. */
export const generateHandlers: Handlers<typeof generateOperations> = {
  analyzeWork: {
    start: async (world, actor, input) =>
      analyzeWork(world, actor, await findWork(world, actor, input), modelChoices(input).vision),
    finish: async (world, actor, input, job) => {
      const { analysis } = Analysed.parse(job?.result ?? {});
      return analysis ?? (await findWork(world, actor, input)).analysis ?? ended();
    },
  },
  writeScenario: {
    start: async (world, actor, input) =>
      startScenario(world, actor, await findWork(world, actor, input), modelChoices(input).llm),
    finish: async (world, _, { workId }) => ({ scenes: await readScenes(world, workId) }),
  },
  generateScene: {
    start: async (world, actor, { workId, sceneIndex, variants, seed, reuse, ...headers }) => {
      const scene = await findScene(world, workId, sceneIndex);
      return startScene(world, actor, workId, scene, modelChoices(headers), { variants, seed, reuse });
    },
    finish: (_, __, input, job) => {
      const { imageUrl, videoUrl, takeIds } = madeBy(job);
      return {
        imageUrl: imageUrl ?? sceneMediaPath(input, 'image'),
        videoUrl: videoUrl ?? sceneMediaPath(input, 'video'),
        takeIds,
      };
    },
  },
  generateImage: {
    start: (world, actor, { workId, sceneIndex, variants, seed, reuse, ...headers }) => {
      const options = { picks: true, variants, seed, reuse };
      return startPicture(world, actor, workId, sceneIndex, modelChoices(headers).image, options);
    },
    finish: async (world, _, input, job) => {
      const { imageUrl, takeIds } = job ? madeBy(job) : await shownBy(world, input);
      return { imageUrl: imageUrl ?? sceneMediaPath(input, 'image'), takeIds };
    },
  },
  generateVideo: {
    start: (world, actor, { workId, sceneIndex, variants, seed, reuse, lastTakeId, ...headers }) => {
      const options = { from: 'picked', picks: true, variants, seed, reuse, lastTakeId } as const;
      return startClip(world, actor, workId, sceneIndex, modelChoices(headers).video, options);
    },
    finish: (_, __, input, job) => {
      const { videoUrl, takeIds } = madeBy(job);
      return { videoUrl: videoUrl ?? sceneMediaPath(input, 'video'), takeIds };
    },
  },
  generateImages: async (world, actor, { workId, only, ...headers }) => ({
    jobs: await startPictures(world, actor, workId, modelChoices(headers).image, only),
  }),
  generateVideos: async (world, actor, { workId, only, ...headers }) => ({
    jobs: await startClips(world, actor, workId, modelChoices(headers).video, only),
  }),
};

/** Where the video was replaced meanwhile, what was found is with the job only. */
const Analysed = z.object({ analysis: AnalysisResult.optional() });

function ended(): never {
  throw new Problem('conflict', { reason: 'What was found is gone with its video' });
}

const Made = z.object({
  imageUrl: z.string().optional(),
  videoUrl: z.string().optional(),
  takeIds: z.array(z.string()),
});

/** As the job says, which knows where the scene is by now. */
function madeBy(job: Job | null): z.infer<typeof Made> {
  return Made.parse(job?.result ?? { takeIds: [] });
}

/** What was there at once, in direct mode: the picture the scene shows. */
async function shownBy(world: World, { workId, sceneIndex }: ScenePlace): Promise<z.infer<typeof Made>> {
  const { pickedImageTakeId: id } = await findScene(world, workId, sceneIndex);
  return { takeIds: id === null ? [] : [id] };
}
