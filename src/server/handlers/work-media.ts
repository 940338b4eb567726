import type { workMediaOperations } from '#contract/operations/work-media.ts';
import { sceneMedia } from '#studio/open-media.ts';
import type { Handlers } from './handler.ts';

/** The media of a work. */
export const workMediaHandlers: Handlers<typeof workMediaOperations> = {
  getSceneImage: (world, _, scene) => sceneMedia(world, scene, 'image'),
  getSceneVideo: (world, _, scene) => sceneMedia(world, scene, 'video'),
};
