import { z } from 'zod';

const StoredChild = z.object({
  generationId: z.string(),
  jobId: z.string(),
  provider: z.string(),
  model: z.string(),
});

/**
 * What the job of a whole scene is to do, as stored in its row.
 *
 * The ids of its two generations are fixed before either is there, so that a restart finds what it began.
 */
export const StoredSceneRequest = z.object({
  sceneId: z.string(),
  seed: z.int(),
  /** What was made of the same inputs before is taken over: of this seed, or of any. */
  reuse: z.enum(['same seed', 'any seed']).exactOptional(),
  /** null in direct mode: the user's own picture. */
  picture: StoredChild.nullable(),
  clip: StoredChild,
  /** The API token it was asked for with, whose budget its halves count against. */
  tokenId: z.string().nullable().exactOptional(),
});
export type StoredSceneRequest = z.infer<typeof StoredSceneRequest>;
export type StoredChild = z.infer<typeof StoredChild>;

/** The generations it stands for, those that are not on record yet as well. */
export function halvesOf({ picture, clip }: StoredSceneRequest): readonly StoredChild[] {
  return picture === null ? [clip] : [picture, clip];
}

/** The keys for it, sealed in its row while it lasts. */
export const SceneKeys = z.object({ image: z.string().nullable(), video: z.string().nullable() });
export type SceneKeys = z.infer<typeof SceneKeys>;
