import { z } from 'zod';

/** Why something failed, as it is kept beside it: a problem's code, its sentence and its facts. */
export const StoredError = z.object({
  code: z.string(),
  message: z.string(),
  facts: z.record(z.string(), z.unknown()).default({}),
});
export type StoredError = z.infer<typeof StoredError>;
