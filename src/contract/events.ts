import { z } from 'zod';

/**
 * What the server pushes; `seq` rises without repeating, `data` is small and never holds media.
 *
 * `reset` is never stored: it tells a reader who was away too long to read the work again.
 */
export const Event = z.object({
  seq: z.int(),
  workId: z.string().nullable(),
  type: z.enum(['work', 'scene', 'take', 'job', 'export']),
  data: z.record(z.string(), z.unknown()),
  at: z.int(),
});
export type Event = z.infer<typeof Event>;
