import { z } from 'zod';
import { idSchema } from './ids.ts';

/** A rendered file of a timeline, kept and downloadable again. */
export const Export = z.object({
  id: idSchema('export'),
  workId: idSchema('work'),
  jobId: idSchema('job').nullable(),
  status: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  framesDone: z.int(),
  framesTotal: z.int(),
  sizeBytes: z.int().nullable(),
  durationS: z.number().nullable(),
  /** Things worth knowing about the file, such as a clip that was shorter than its place. */
  notes: z.array(z.string()),
  url: z.string().nullable(),
  createdAt: z.int(),
});
export type Export = z.infer<typeof Export>;

/** How the file is encoded. `draft` is quick, `high` is for keeping. */
export const ExportQuality = z.enum(['draft', 'standard', 'high']);
export type ExportQuality = z.infer<typeof ExportQuality>;
