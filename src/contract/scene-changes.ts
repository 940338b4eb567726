import { z } from 'zod';
import { idSchema } from './ids.ts';

/** Why a take is not of its scene's present inputs. */
export const ChangedInput = z.enum([
  'prompt',
  'negative prompt',
  'style guide',
  'instruction',
  'references',
  'size',
  'picture',
  'duration',
]);
export type ChangedInput = z.infer<typeof ChangedInput>;

/** How what a scene shows stands to what would be made now; `own`: brought or picked by hand, never made again by itself. */
export const TakeStanding = z.enum(['missing', 'current', 'changed', 'own']);
export type TakeStanding = z.infer<typeof TakeStanding>;

/** Which pictures or clips of a work are to be made. */
export const WantedTakes = z.enum(['missing', 'changed', 'both']);
export type WantedTakes = z.infer<typeof WantedTakes>;

/** A scene, and whether its picture and clip are of its present inputs; reasons where they are not and it is known why. */
export const SceneChanges = z.object({
  sceneId: idSchema('scene'),
  sceneIndex: z.int().min(0),
  image: TakeStanding,
  imageReasons: z.array(ChangedInput).optional(),
  video: TakeStanding,
  videoReasons: z.array(ChangedInput).optional(),
});
export type SceneChanges = z.infer<typeof SceneChanges>;
