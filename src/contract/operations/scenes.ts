import { z } from 'zod';
import { ArrangedScene } from '../arranged-scene.ts';
import { Asset } from '../asset.ts';
import { idSchema } from '../ids.ts';
import { MAX_EDIT_BYTES } from '../media-limits.ts';
import { operation } from '../operation.ts';
import { PreviewedRequest, RequestPreview } from '../request-preview.ts';
import { SceneChanges } from '../scene-changes.ts';
import { MAX_SCENES, ScenarioScene } from '../scene.ts';
import { TakeComparison } from '../take-comparison.ts';
import { Take } from '../take.ts';
import { inScene, inTake, inWork, json, modelHeaders, page } from './parts.ts';

/** The scenes of a work and their takes. */
export const scenesOperations = {
  arrangeScenes: operation({
    method: 'PUT',
    path: '/projects/{projectId}/works/{workId}/scenes',
    access: 'works:write',
    summary: 'Reorder, change, insert and remove scenes at once; each keeps its takes.',
    params: inWork,
    body: z.strictObject({ scenes: z.array(ArrangedScene).max(MAX_SCENES) }),
    maxBodyBytes: MAX_EDIT_BYTES,
    answer: json(z.object({ scenes: z.array(ScenarioScene) })),
    versioned: true,
    problems: ['conflict', 'stale'],
  }),
  approveScene: operation({
    method: 'POST',
    path: '/projects/{projectId}/works/{workId}/scenes/{sceneIndex}/approve',
    access: 'works:write',
    summary: 'Approve the picture a scene shows, or another of its takes; `animate` also starts the clip.',
    params: inScene,
    headers: modelHeaders,
    body: z.strictObject({ takeId: idSchema('take').optional(), animate: z.boolean().optional() }),
    answer: json(z.object({ takeId: idSchema('take'), jobId: idSchema('job').nullable() })),
    idempotent: true,
    problems: [
      'scene_has_no_picture',
      'scene_not_approved',
      'conflict',
      'unknown_provider',
      'unknown_model',
      'provider_key_missing',
      'budget_exceeded',
      'price_unknown',
    ],
  }),
  listTakes: operation({
    method: 'GET',
    path: '/projects/{projectId}/works/{workId}/scenes/{sceneIndex}/takes',
    access: 'works:read',
    summary: 'List every take of a scene, newest first.',
    params: inScene,
    query: page,
    answer: json(z.array(Take)),
  }),
  compareTakes: operation({
    method: 'GET',
    path: '/projects/{projectId}/works/{workId}/scenes/{sceneIndex}/takes/compare',
    access: 'works:read',
    summary: 'Put two takes of a scene beside each other, with what differs between them.',
    params: inScene,
    query: z.strictObject({ a: idSchema('take'), b: idSchema('take') }),
    answer: json(TakeComparison),
  }),
  listChanges: operation({
    method: 'GET',
    path: '/projects/{projectId}/works/{workId}/changes',
    access: 'works:read',
    summary:
      'Say of each scene whether its picture and clip are of its present prompt, style guide, references and size.',
    params: inWork,
    answer: json(z.object({ scenes: z.array(SceneChanges) })),
  }),
  previewRequest: operation({
    method: 'POST',
    path: '/projects/{projectId}/works/{workId}/scenes/{sceneIndex}/preview-request',
    access: 'works:read',
    summary: 'Show what a model would be asked for a picture or clip of a scene; nothing is sent.',
    params: inScene,
    headers: modelHeaders,
    body: PreviewedRequest,
    answer: json(RequestPreview),
    problems: ['unknown_provider', 'unknown_model', 'model_missing', 'media_missing'],
  }),
  adoptTake: operation({
    method: 'POST',
    path: '/projects/{projectId}/works/{workId}/scenes/{sceneIndex}/takes/{takeId}/adopt',
    access: 'projects:write',
    summary: 'Make a take one of the assets of its project; the same again is the asset that is there.',
    params: inTake,
    body: z.strictObject({ name: z.string().trim().min(1).max(200).optional() }),
    answer: json(Asset),
    problems: ['media_missing'],
  }),
  pickTake: operation({
    method: 'POST',
    path: '/projects/{projectId}/works/{workId}/scenes/{sceneIndex}/takes/{takeId}/pick',
    access: 'works:write',
    summary: 'Make a take what its scene shows, until another is picked.',
    params: inTake,
    answer: json(Take),
  }),
} as const;
