import { z } from 'zod';
import { idSchema } from './ids.ts';
import { ScenarioScene } from './scene.ts';
import { TakeKind } from './take.ts';

/** What is to be composed: of the scene as it is saved, with the words that are not saved yet in their place. */
export const PreviewedRequest = z.strictObject({
  kind: TakeKind,
  image_prompt: ScenarioScene.shape.image_prompt.optional(),
  negative_prompt: ScenarioScene.shape.negative_prompt.optional(),
  video_prompt: ScenarioScene.shape.video_prompt.optional(),
  /** The picture a clip is to end with. */
  lastTakeId: idSchema('take').optional(),
  /** Also the call itself, as it would go to the vendor. */
  literal: z.boolean().optional(),
});
export type PreviewedRequest = z.infer<typeof PreviewedRequest>;

/** A picture that goes along; `isSent` is false where the model takes none, or not so many. */
const SentPicture = z.object({
  name: z.string().nullable(),
  assetId: idSchema('asset').nullable(),
  takeId: idSchema('take').nullable(),
  isSent: z.boolean(),
});

/** What a model would be asked for, word by word; nothing is sent or paid by looking. */
export const RequestPreview = z.object({
  kind: TakeKind,
  provider: z.string(),
  providerName: z.string(),
  model: z.string(),
  modelName: z.string(),
  /** The words as the model gets them: composed, and cut where they are too long for it. */
  prompt: z.string(),
  /** Characters the model takes; null where no limit is known. */
  promptMax: z.int().nullable(),
  /** What is unwanted, and how it is told: in a field of its own, within the prompt, or not at all. */
  negativePrompt: z.string(),
  negativePromptGoes: z.enum(['field', 'prompt', 'none']),
  /** The frame of the film, and the parameters that say it to the model. */
  width: z.int(),
  height: z.int(),
  sizeFields: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Seconds the scene needs of a clip, and those the model is asked for; null of a picture. */
  sceneDurationS: z.number().nullable(),
  askedDurationS: z.number().nullable(),
  /** The user's own pictures; of a clip, its first frame and its last. */
  references: z.array(SentPicture),
  firstFrame: SentPicture.nullable(),
  lastFrame: SentPicture.nullable(),
  /** Whether the model takes a seed; each new take has one of its own. */
  takesSeed: z.boolean(),
  /** What is to be told of it, in sentences. */
  notes: z.array(z.string()),
  /** The call as it would be made, without the key and with pictures named instead of spelled out; null where it is not known. */
  call: z.object({ method: z.string(), path: z.string(), body: z.unknown() }).nullable(),
});
export type RequestPreview = z.infer<typeof RequestPreview>;
