import { z } from 'zod';
import { idSchema } from '../ids.ts';
import { operation } from '../operation.ts';
import { Take } from '../take.ts';
import { inScene, json } from './parts.ts';

/** The scenes of a work and their takes. */
export const scenesOperations = {
  approveScene: operation({
    method: 'POST',
    path: '/projects/{projectId}/works/{workId}/scenes/{sceneIndex}/approve',
    access: 'works:write',
    summary: 'Approve the picture a scene shows; `animate` also starts its clip.',
    params: inScene,
    body: z.strictObject({ animate: z.boolean().optional() }),
    answer: json(z.object({ takeId: idSchema('take'), jobId: idSchema('job').nullable() })),
    problems: ['scene_has_no_picture'],
  }),
  listTakes: operation({
    method: 'GET',
    path: '/projects/{projectId}/works/{workId}/scenes/{sceneIndex}/takes',
    access: 'works:read',
    summary: 'List every take of a scene, newest first.',
    params: inScene,
    answer: json(z.array(Take)),
  }),
} as const;
