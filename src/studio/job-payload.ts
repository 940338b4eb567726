import { z } from 'zod';

/** What the queue carries for a generation: ids only, the rows hold the rest. */
export const JobPayload = z.object({ generationId: z.string(), jobId: z.string() });

/** What the queue carries for an export. */
export const ExportPayload = z.object({ exportId: z.string(), jobId: z.string() });
