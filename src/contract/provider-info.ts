import { z } from 'zod';
import { Role } from './generation.ts';

/** What a model is sent for frames of one shape, and what comes back of it. */
const SizeInfo = z.object({
  /** The parameters that say the size; none: they are left out. */
  fields: z.record(z.string(), z.union([z.string(), z.number()])),
  width: z.int().optional(),
  height: z.int().optional(),
  /** True where the model has no such shape: the nearest is made, and the film shows the middle of it. */
  isNearest: z.literal(true).optional(),
});

const PriceInfo = z.object({
  unit: z.enum(['second', 'image', 'mtok_in', 'mtok_out', 'kchar']),
  microUsd: z.number(),
  /** What of the request it holds for, such as `{resolution: '1080p'}`; left out: for all of it. */
  when: z.record(z.string(), z.string()).optional(),
  /** The first day it holds, where a change is announced: until then the other one of its kind does. */
  from: z.string().optional(),
  /** The day it was read. */
  asOf: z.string(),
  source: z.string(),
});

/** A model as `/api/providers` shows it; what is left out is not known, or does not apply. */
export const ModelInfo = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  sizes: z.object({ portrait: SizeInfo, landscape: SizeInfo, square: SizeInfo }).optional(),
  /** Any size whose sides are multiples of this. */
  sizeStep: z.int().optional(),
  durations: z
    .object({
      listS: z.array(z.number()).optional(),
      minS: z.number().optional(),
      maxS: z.number().optional(),
      stepS: z.number().optional(),
    })
    .optional(),
  /** What may go in; a model that films takes the first frame. */
  input: z
    .object({
      /** Characters. */
      promptMax: z.int().optional(),
      promptRequired: z.boolean().optional(),
      maxReferences: z.int().optional(),
      imageMaxBytes: z.int().optional(),
      mimes: z.array(z.string()).optional(),
      lastFrame: z.boolean().optional(),
      video: z.boolean().optional(),
    })
    .optional(),
  /** Whether what is unwanted has a field of its own, goes into the prompt, or is not told. */
  negativePrompt: z.enum(['field', 'prompt', 'none']).optional(),
  seed: z.boolean().optional(),
  audio: z.boolean().optional(),
  maxOutputTokens: z.int().optional(),
  /** Seconds after which a result that did not come counts as uncertain; 30 minutes unless said. */
  deadlineS: z.number().optional(),
  /** Empty: the model costs nothing where its provider is keyless, else its price is not known. */
  prices: z.array(PriceInfo),
  /** Unix milliseconds; in the future: announced. */
  retiredAt: z.int().optional(),
  /** True from that day on: it can still be asked, and may not answer. */
  isRetired: z.boolean(),
  /** The model that takes its place. */
  replacedBy: z.string().optional(),
});

/** One provider in one role; a vendor that plays several roles is listed once for each, as documented. */
export const ProviderInfo = z.object({
  id: z.string(),
  name: z.string(),
  category: Role,
  description: z.string(),
  keyless: z.boolean(),
  /** Whether a key does anything. */
  takesKey: z.boolean(),
  /** Whether it cannot be used before it has a key. */
  needsKey: z.boolean(),
  /** Whose key it is used with, where two providers are one vendor. */
  vendor: z.string(),
  /** Whether only the models listed here can be asked; of others, any that the vendor has. */
  onlyListedModels: z.boolean(),
  models: z.array(ModelInfo),
});
export type ProviderInfo = z.infer<typeof ProviderInfo>;
