import type { workMediaOperations } from '#contract/operations/work-media.ts';
import { referenceFacts, sceneMedia, workMedia } from '#studio/media/open-media.ts';
import { removeReference } from '#studio/media/remove-reference.ts';
import { uploadReference } from '#studio/media/upload-reference.ts';
import { uploadTake } from '#studio/media/upload-take.ts';
import { uploadWorkAudio } from '#studio/media/upload-work-audio.ts';
import { sceneMediaPath } from '#studio/scenes/scene-media-path.ts';
import { findWork } from '#studio/works/find-work.ts';
import type { Handlers } from './handler.ts';

/** The media of a work. */
export const workMediaHandlers: Handlers<typeof workMediaOperations> = {
  uploadReference: async (world, actor, input) => {
    await uploadReference(world, await findWork(world, actor, input), input.file);
    return { ok: true };
  },
  getReference: (world, actor, input) => workMedia(world, actor, input, 'reference'),
  getReferenceFacts: (world, actor, input) => referenceFacts(world, actor, input),
  removeReference: async (world, actor, input) => removeReference(world, await findWork(world, actor, input)),
  uploadSceneImage: async (world, actor, input) => {
    await uploadTake(world, actor, input, input.file, ['image']);
    return { ok: true, url: sceneMediaPath(input, 'image') };
  },
  getSceneImage: (world, _, scene) => sceneMedia(world, scene, 'image'),
  uploadSceneVideo: async (world, actor, input) => {
    await uploadTake(world, actor, input, input.file, ['video']);
    return { ok: true, url: sceneMediaPath(input, 'video') };
  },
  getSceneVideo: (world, _, scene) => sceneMedia(world, scene, 'video'),
  uploadTake: (world, actor, input) => uploadTake(world, actor, input, input.file, ['image', 'video']),
  uploadWorkAudio: async (world, actor, input) => ({
    ok: true,
    audioUrl: await uploadWorkAudio(world, await findWork(world, actor, input), input.file),
  }),
  getWorkAudio: (world, actor, input) => workMedia(world, actor, input, 'audio'),
};
