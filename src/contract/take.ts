import { z } from 'zod';
import { idSchema } from './ids.ts';

export const TakeKind = z.enum(['image', 'video']);
export type TakeKind = z.infer<typeof TakeKind>;

/** Facts measured of a media file; null where it could not be read, never 0. */
export const MediaFacts = z.object({
  kind: z.enum(['image', 'video', 'audio']),
  mime: z.string(),
  sizeBytes: z.int(),
  /** As shown, after rotation and pixel aspect. */
  width: z.int().nullable(),
  height: z.int().nullable(),
  durationS: z.number().nullable(),
  frameCount: z.int().nullable(),
  fps: z.object({ num: z.int(), den: z.int() }).nullable(),
  hasAudio: z.boolean(),
  /** Clockwise degrees the container asks for: 0, 90, 180, 270. */
  rotation: z.int(),
  /** Width over height of a pixel, 1 for square. */
  pixelAspect: z.number(),
  codec: z.string().nullable(),
});
export type MediaFacts = z.infer<typeof MediaFacts>;

/** A picture that went into a take; by name where it is still one of the project's assets. */
export const TakeReference = z.object({
  sha256: z.string(),
  assetId: idSchema('asset').nullable(),
  name: z.string().nullable(),
});
export type TakeReference = z.infer<typeof TakeReference>;

/** One generated or uploaded picture or clip of a scene, kept for ever. */
export const Take = z.object({
  id: idSchema('take'),
  workId: idSchema('work'),
  sceneId: idSchema('scene'),
  kind: TakeKind,
  origin: z.enum(['generated', 'uploaded', 'asset']),
  sha256: z.string(),
  facts: MediaFacts,
  prompt: z.string().nullable(),
  negativePrompt: z.string().nullable(),
  provider: z.string().nullable(),
  model: z.string().nullable(),
  seed: z.int().nullable(),
  /** Of it alone; 0 where it was free, or made from an earlier one; null where neither vendor nor catalogue tells. */
  costMicroUsd: z.int().nullable(),
  /** From the request that left to the kept result; null where nothing was generated, or it is not known. */
  tookMs: z.int().nullable(),
  /** The picture a clip was made from, then the one it was to end with; or the assets a picture was made from. */
  parentIds: z.array(z.string()),
  /** The pictures that went in, in their order. */
  references: z.array(TakeReference),
  /** The attempt that brought it; a take that was made again from an earlier one names that one's. */
  generationId: idSchema('generation').nullable(),
  /** Hash of everything that decided it, but model and seed. */
  inputsHash: z.string(),
  /** Whether its scene would be asked for with other inputs now; never of what the user brought. */
  inputsChanged: z.boolean(),
  /** What is to be told of it, in sentences: that the model has no square, that a prompt was shortened. */
  notes: z.array(z.string()),
  /** What the provider needs to draw it again (look, version, palette …); opaque to everyone else. */
  recipe: z.unknown().nullable(),
  /** Whether its scene shows it now. */
  picked: z.boolean(),
  /** Whether it is the picture that clips may be made from. */
  approved: z.boolean(),
  createdAt: z.int(),
});
export type Take = z.infer<typeof Take>;
