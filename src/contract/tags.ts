import { z } from 'zod';

const MOST_TAGS = 50;

/** What something is found by; said twice is said once. */
export const Tags = z
  .array(z.string().trim().min(1).max(50))
  .max(MOST_TAGS)
  .transform((tags) => [...new Set(tags)]);
