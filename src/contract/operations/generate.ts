import { z } from 'zod';
import { AnalysisResult } from '../analysis.ts';
import { idSchema } from '../ids.ts';
import { operation } from '../operation.ts';
import { WantedTakes } from '../scene-changes.ts';
import { ScenarioScene } from '../scene.ts';
import { WantedClip, WantedVariants } from '../variants.ts';
import { endings, inScene, inWork, jobStarted, json, modelHeaders, refusals } from './parts.ts';

/** What was made, the oldest first; of a picture and a clip, the picture first. */
const takeIds = { takeIds: z.array(idSchema('take')) };

/** What models make for a work. */
export const generateOperations = {
  analyzeWork: operation({
    method: 'POST',
    path: '/projects/{projectId}/works/{workId}/analyze',
    access: 'ai:analyze',
    summary: 'Analyze the reference video of a work and save what is found.',
    params: inWork,
    headers: modelHeaders,
    answer: json(AnalysisResult),
    waits: true,
    problems: [...refusals, ...endings, 'work_has_no_reference', 'media_missing', 'media_unreadable'],
  }),
  writeScenario: operation({
    method: 'POST',
    path: '/projects/{projectId}/works/{workId}/scenario',
    access: 'ai:generate',
    summary: 'Write the scenario of a work and save it.',
    params: inWork,
    headers: modelHeaders,
    answer: json(z.object({ scenes: z.array(ScenarioScene) })),
    waits: true,
    problems: [...refusals, ...endings],
  }),
  generateScene: operation({
    method: 'POST',
    path: '/projects/{projectId}/works/{workId}/generate/scene/{sceneIndex}',
    access: 'ai:generate',
    summary:
      'Make a picture of a scene, then a clip from it, up to four times; the newest are shown, whatever was picked before.',
    params: inScene,
    headers: modelHeaders,
    body: WantedVariants,
    answer: json(z.object({ imageUrl: z.string(), videoUrl: z.string(), ...takeIds })),
    waits: true,
    problems: [...refusals, ...endings, 'conflict'],
  }),
  generateImage: operation({
    method: 'POST',
    path: '/projects/{projectId}/works/{workId}/generate/scene/{sceneIndex}/image',
    access: 'ai:generate',
    summary:
      'Make up to four pictures of a scene and show the newest; in direct mode it is the selected asset, at once.',
    params: inScene,
    headers: modelHeaders,
    body: WantedVariants,
    answer: json(z.object({ imageUrl: z.string(), ...takeIds })),
    waits: true,
    problems: [...refusals, ...endings, 'conflict'],
  }),
  generateVideo: operation({
    method: 'POST',
    path: '/projects/{projectId}/works/{workId}/generate/scene/{sceneIndex}/video',
    access: 'ai:generate',
    summary:
      'Make up to four clips of a scene from the picture it shows, which is approved thereby; the newest is shown.',
    params: inScene,
    headers: modelHeaders,
    body: WantedClip,
    answer: json(z.object({ videoUrl: z.string(), ...takeIds })),
    waits: true,
    problems: [...refusals, ...endings, 'scene_has_no_picture', 'media_missing'],
  }),
  generateImages: operation({
    method: 'POST',
    path: '/projects/{projectId}/works/{workId}/generate/images',
    access: 'ai:generate',
    summary: 'Start the picture of every scene that has none, of those whose inputs have changed, or of both.',
    params: inWork,
    headers: modelHeaders,
    body: z.strictObject({ only: WantedTakes.optional() }),
    answer: json(z.object({ jobs: z.array(jobStarted) }), 202),
    idempotent: true,
    problems: [...refusals, 'work_has_no_scenes', 'conflict'],
  }),
  generateVideos: operation({
    method: 'POST',
    path: '/projects/{projectId}/works/{workId}/generate/videos',
    access: 'ai:generate',
    summary:
      'Start the clip of every approved scene that has none, or none of its present inputs, or both (as if nothing is said).',
    params: inWork,
    headers: modelHeaders,
    body: z.strictObject({ only: WantedTakes.optional() }),
    answer: json(z.object({ jobs: z.array(jobStarted) }), 202),
    idempotent: true,
    problems: [...refusals, 'work_has_no_scenes'],
  }),
} as const;
