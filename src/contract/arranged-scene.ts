import { z } from 'zod';
import { idSchema } from './ids.ts';
import { ScenarioScene } from './scene.ts';

const { duration_seconds, image_prompt, negative_prompt, video_prompt, text_overlay, transition } = ScenarioScene.shape;

/**
 * A line of a new arrangement of scenes: one that is there, by id, with what is to change of it; or a new one.
 *
 * `null` empties a text, and makes a transition a cut. Its place is its place in the list; `scene_index` may be there, so that a list can be sent back as it was read.
 */
export const ArrangedScene = z.strictObject({
  id: idSchema('scene').optional(),
  scene_index: z.unknown().optional(),
  duration_seconds: duration_seconds.optional(),
  image_prompt: image_prompt.nullish(),
  negative_prompt: negative_prompt.nullish(),
  video_prompt: video_prompt.nullish(),
  text_overlay: text_overlay.nullish(),
  transition: transition.nullish(),
});
export type ArrangedScene = z.infer<typeof ArrangedScene>;
