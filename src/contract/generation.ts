import { z } from 'zod';

/** The states of one attempt to get a take; docs/decisions/0002-generation-is-a-row.md says why they are these. */
export const GenerationState = z.enum([
  'queued',
  'submitting',
  'submitted',
  'running',
  'fetching',
  'done',
  'failed',
  'cancelled',
  'uncertain',
]);
export type GenerationState = z.infer<typeof GenerationState>;

/** What a provider is asked for. */
export const Role = z.enum(['vision', 'llm', 'image', 'video']);
export type Role = z.infer<typeof Role>;
