import { z } from 'zod';

/** What the job of several variants of a scene stands for, as stored in its row: a job for each, or what was there already. */
export const StoredVariants = z.object({
  sceneId: z.string(),
  /** In the order of their seeds. */
  variants: z.array(z.union([z.object({ jobId: z.string() }), z.object({ takeIds: z.array(z.string()) })])),
});
export type StoredVariants = z.infer<typeof StoredVariants>;
