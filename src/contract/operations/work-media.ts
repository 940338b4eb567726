import { operation } from '../operation.ts';
import { inScene } from './parts.ts';

/** The media of a work. */
export const workMediaOperations = {
  getSceneImage: operation({
    method: 'GET',
    path: '/projects/{projectId}/works/{workId}/media/scene/{sceneIndex}/image',
    access: 'works:read',
    summary: 'Get the picture a scene shows.',
    params: inScene,
    answer: { kind: 'file', mime: 'image/*' },
  }),
  getSceneVideo: operation({
    method: 'GET',
    path: '/projects/{projectId}/works/{workId}/media/scene/{sceneIndex}/video',
    access: 'works:read',
    summary: 'Get the clip a scene shows.',
    params: inScene,
    answer: { kind: 'file', mime: 'video/*' },
  }),
} as const;
