import type { Job } from '#contract/job.ts';
import type { generateOperations } from '#contract/operations/generate.ts';
import { startScenario } from '#studio/film/film-steps.ts';
import { findScene } from '#studio/scenes/find-scene.ts';
import { readScenes } from '#studio/scenes/read-scenes.ts';
import { sceneMediaPath, type ScenePlace } from '#studio/scenes/scene-media-path.ts';
import { startClip } from '#studio/scenes/start-clip.ts';
import { startClips } from '#studio/scenes/start-clips.ts';
import { startPicture } from '#studio/scenes/start-picture.ts';
import { startPictures } from '#studio/scenes/start-pictures.ts';
import { startScene } from '#studio/scenes/start-scene.ts';
import { findWork } from '#studio/works/find-work.ts';
import type { Handlers } from './handler.ts';
import { modelChoices } from './model-choices.ts';

/** What models make for a work. */
export const generateHandlers: Handlers<typeof generateOperations> = {
  writeScenario: {
    start: async (world, actor, input) =>
      startScenario(world, actor, await findWork(world, actor, input), modelChoices(input).llm),
    finish: async (world, _, { workId }) => ({ scenes: await readScenes(world, workId) }),
  },
  generateScene: {
    start: async (world, actor, { workId, sceneIndex, ...input }) =>
      startScene(world, actor, workId, await findScene(world, workId, sceneIndex), modelChoices(input)),
    finish: (_, __, input, job) => ({ imageUrl: urlOf(job, 'image', input), videoUrl: urlOf(job, 'video', input) }),
  },
  generateImage: {
    start: (world, actor, { workId, sceneIndex, ...input }) =>
      startPicture(world, actor, workId, sceneIndex, modelChoices(input).image, { picks: true }),
    finish: (_, __, input, job) => ({ imageUrl: urlOf(job, 'image', input) }),
  },
  generateVideo: {
    start: (world, actor, { workId, sceneIndex, ...input }) =>
      startClip(world, actor, workId, sceneIndex, modelChoices(input).video, { from: 'picked', picks: true }),
    finish: (_, __, input, job) => ({ videoUrl: urlOf(job, 'video', input) }),
  },
  generateImages: async (world, actor, { workId, ...input }) => ({
    jobs: await startPictures(world, actor, workId, modelChoices(input).image),
  }),
  generateVideos: async (world, actor, { workId, ...input }) => ({
    jobs: await startClips(world, actor, workId, modelChoices(input).video),
  }),
};

/** As the job says, which knows where the scene is by now; where there was none to do, by the place that was asked for. */
function urlOf(job: Job | null, kind: 'image' | 'video', place: ScenePlace): string {
  const result = job?.result as { readonly imageUrl?: string; readonly videoUrl?: string } | undefined;
  const url = kind === 'image' ? result?.imageUrl : result?.videoUrl;
  return url ?? sceneMediaPath(place, kind);
}
