import { z } from 'zod';

/** What the queue carries for a generation: ids, the rows hold the rest; and the questions that failed in a row. */
export const JobPayload = z.object({ generationId: z.string(), jobId: z.string(), faults: z.int().exactOptional() });

/** What the queue carries for an export. */
export const ExportPayload = z.object({ exportId: z.string(), jobId: z.string() });

/** What the queue carries for many assets that are to be described; the job's row says the rest. */
export const BatchPayload = z.object({ jobId: z.string() });

/** What the queue carries for a whole film; the job's row says the rest. */
export const FilmPayload = z.object({ jobId: z.string() });

/** What the queue carries for a whole scene; the job's row says the rest. */
export const ScenePayload = z.object({ jobId: z.string() });
