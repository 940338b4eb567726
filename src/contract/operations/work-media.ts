import { z } from 'zod';
import { MAX_UPLOAD_BYTES } from '../media-limits.ts';
import { operation } from '../operation.ts';
import { MediaFacts, Take } from '../take.ts';
import { inScene, inWork, json } from './parts.ts';

const kept = { ok: z.literal(true) };
const unusable = ['too_large', 'unsupported_media', 'media_unreadable', 'disk_low'] as const;

/** The media of a work. */
export const workMediaOperations = {
  uploadReference: operation({
    method: 'POST',
    path: '/projects/{projectId}/works/{workId}/media/reference',
    access: 'works:write',
    summary: 'Upload the video a work takes its style from; the analysis of an earlier one is cleared.',
    params: inWork,
    upload: { field: 'video', maxBytes: MAX_UPLOAD_BYTES.video },
    answer: json(z.object(kept)),
    problems: unusable,
  }),
  getReference: operation({
    method: 'GET',
    path: '/projects/{projectId}/works/{workId}/media/reference',
    access: 'works:read',
    summary: 'Get the reference video of a work.',
    params: inWork,
    answer: { kind: 'file', mime: 'video/*' },
  }),
  getReferenceFacts: operation({
    method: 'GET',
    path: '/projects/{projectId}/works/{workId}/media/reference/facts',
    access: 'works:read',
    summary: 'Get how long and large the reference video of a work is.',
    params: inWork,
    answer: json(MediaFacts),
  }),
  removeReference: operation({
    method: 'DELETE',
    path: '/projects/{projectId}/works/{workId}/media/reference',
    access: 'works:write',
    summary: 'Take the reference video of a work away, and what was found in it.',
    params: inWork,
    answer: { kind: 'none' },
  }),
  uploadSceneImage: operation({
    method: 'POST',
    path: '/projects/{projectId}/works/{workId}/media/scene/{sceneIndex}/image',
    access: 'works:write',
    summary: 'Upload the picture of a scene; it becomes the picked take, the earlier ones stay.',
    params: inScene,
    upload: { field: 'file', maxBytes: MAX_UPLOAD_BYTES.image },
    answer: json(z.object({ ...kept, url: z.string() })),
    problems: unusable,
  }),
  getSceneImage: operation({
    method: 'GET',
    path: '/projects/{projectId}/works/{workId}/media/scene/{sceneIndex}/image',
    access: 'works:read',
    summary: 'Get the picture a scene shows.',
    params: inScene,
    answer: { kind: 'file', mime: 'image/*' },
  }),
  uploadSceneVideo: operation({
    method: 'POST',
    path: '/projects/{projectId}/works/{workId}/media/scene/{sceneIndex}/video',
    access: 'works:write',
    summary: 'Upload the clip of a scene; it becomes the picked take, the earlier ones stay.',
    params: inScene,
    upload: { field: 'file', maxBytes: MAX_UPLOAD_BYTES.video },
    answer: json(z.object({ ...kept, url: z.string() })),
    problems: unusable,
  }),
  getSceneVideo: operation({
    method: 'GET',
    path: '/projects/{projectId}/works/{workId}/media/scene/{sceneIndex}/video',
    access: 'works:read',
    summary: 'Get the clip a scene shows.',
    params: inScene,
    answer: { kind: 'file', mime: 'video/*' },
  }),
  uploadTake: operation({
    method: 'POST',
    path: '/projects/{projectId}/works/{workId}/scenes/{sceneIndex}/takes',
    access: 'works:write',
    summary: 'Upload a picture or clip of a scene, told apart by its content; it becomes the picked take.',
    params: inScene,
    upload: { field: 'file', maxBytes: MAX_UPLOAD_BYTES.video },
    answer: json(Take, 201),
    problems: unusable,
  }),
  uploadWorkAudio: operation({
    method: 'POST',
    path: '/projects/{projectId}/works/{workId}/media/audio',
    access: 'works:write',
    summary: 'Upload the music of a work; it is heard under the whole film.',
    params: inWork,
    upload: { field: 'audio', maxBytes: MAX_UPLOAD_BYTES.audio },
    answer: json(z.object({ ...kept, audioUrl: z.string() })),
    problems: unusable,
  }),
  getWorkAudio: operation({
    method: 'GET',
    path: '/projects/{projectId}/works/{workId}/media/audio',
    access: 'works:read',
    summary: 'Get the music of a work.',
    params: inWork,
    answer: { kind: 'file', mime: 'audio/*' },
  }),
} as const;
