import { z } from 'zod';
import { idSchema } from './ids.ts';

/** The largest seed that may be asked for: three more, for the variants, still fit the 31 bits every vendor takes. */
const MAX_SEED = 2 ** 31 - 4;

/** How often a scene is to be made in one call, and from what; nothing of it has to be said. */
export const WantedVariants = z.strictObject({
  /** One unless said; each has a seed of its own, counted up from the first. */
  variants: z.int().min(1).max(4).optional(),
  /** Of the first variant; any unless said. */
  seed: z.int().min(0).max(MAX_SEED).optional(),
  /** Takes over what the same model has made of the same inputs before (and seed, if one is said), free of charge. */
  reuse: z.boolean().optional(),
});
export type WantedVariants = z.infer<typeof WantedVariants>;

/** The same of a clip, which may be told how to end. */
export const WantedClip = WantedVariants.extend({
  /** A picture of any scene of the work, which the clip is to end with, where its model takes a last frame. */
  lastTakeId: idSchema('take').optional(),
});
export type WantedClip = z.infer<typeof WantedClip>;
