import { z } from 'zod';
import { Role } from './generation.ts';
import { idSchema } from './ids.ts';

/** A model that a vendor has switched off, or has said it will, and that somebody here still asks for. */
export const RetiredModel = z.object({
  provider: z.string(),
  providerName: z.string(),
  role: Role,
  model: z.string(),
  /** Unix milliseconds; in the future: announced. */
  retiredAt: z.int(),
  isRetired: z.boolean(),
  /** The model that takes its place, where the vendor names one. */
  replacedBy: z.string().nullable(),
  /** Whether it is what is asked where a request names none. */
  isDefault: z.boolean(),
  /** Those whose last request in this role asked for it; since the settings were changed, where it is no default. */
  projects: z.array(z.object({ id: idSchema('project'), name: z.string() })),
});
export type RetiredModel = z.infer<typeof RetiredModel>;
