import { z } from 'zod';
import { Role } from './generation.ts';

/** A model as `/api/providers` shows it. */
export const ModelInfo = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  durations: z
    .object({
      listS: z.array(z.number()).optional(),
      minS: z.number().optional(),
      maxS: z.number().optional(),
      stepS: z.number().optional(),
    })
    .optional(),
  /** Empty: the model costs nothing. */
  prices: z.array(z.object({ unit: z.string(), microUsd: z.int(), asOf: z.string(), source: z.string() })),
  /** Unix milliseconds. */
  retiredAt: z.int().optional(),
});

/** One provider in one role; a vendor that plays several roles is listed once for each, as documented. */
export const ProviderInfo = z.object({
  id: z.string(),
  name: z.string(),
  category: Role,
  description: z.string(),
  keyless: z.boolean(),
  models: z.array(ModelInfo),
});
export type ProviderInfo = z.infer<typeof ProviderInfo>;
