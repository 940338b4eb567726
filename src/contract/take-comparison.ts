import { z } from 'zod';
import { Take } from './take.ts';

/** What two takes may differ in. */
export const TakeField = z.enum([
  'kind',
  'origin',
  'prompt',
  'negativePrompt',
  'provider',
  'model',
  'seed',
  'references',
  'parentIds',
  'width',
  'height',
  'durationS',
  'costMicroUsd',
  'tookMs',
]);
export type TakeField = z.infer<typeof TakeField>;

const Compared = z.union([z.string(), z.number(), z.array(z.string()), z.null()]);

/** Two takes of a scene, and what differs between them. */
export const TakeComparison = z.object({
  a: Take,
  b: Take,
  differences: z.array(z.object({ field: TakeField, a: Compared, b: Compared })),
});
export type TakeComparison = z.infer<typeof TakeComparison>;
