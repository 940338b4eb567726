import { z } from 'zod';
import { operation } from '../operation.ts';
import { ScenarioScene } from '../scene.ts';
import { inScene, inWork, jobStarted, json } from './parts.ts';

/** What models make for a work. */
export const generateOperations = {
  writeScenario: operation({
    method: 'POST',
    path: '/projects/{projectId}/works/{workId}/scenario',
    access: 'ai:generate',
    summary: 'Write the scenario of a work and save it.',
    params: inWork,
    answer: json(z.object({ scenes: z.array(ScenarioScene) })),
    problems: ['provider_transient', 'still_running', 'cancelled'],
  }),
  generateScene: operation({
    method: 'POST',
    path: '/projects/{projectId}/works/{workId}/generate/scene/{sceneIndex}',
    access: 'ai:generate',
    summary: 'Make the picture of a scene, then its clip.',
    params: inScene,
    answer: json(z.object({ imageUrl: z.string(), videoUrl: z.string() })),
    problems: ['provider_transient', 'still_running', 'cancelled'],
  }),
  generateImages: operation({
    method: 'POST',
    path: '/projects/{projectId}/works/{workId}/generate/images',
    access: 'ai:generate',
    summary: 'Start the picture of every scene that has none.',
    params: inWork,
    answer: json(z.object({ jobs: z.array(jobStarted) }), 202),
    problems: ['work_has_no_scenes'],
  }),
  generateVideos: operation({
    method: 'POST',
    path: '/projects/{projectId}/works/{workId}/generate/videos',
    access: 'ai:generate',
    summary: 'Start the clip of every approved scene that has none.',
    params: inWork,
    answer: json(z.object({ jobs: z.array(jobStarted) }), 202),
    problems: ['work_has_no_scenes'],
  }),
} as const;
