import { z } from 'zod';
import { ExportPiece, ExportStage } from '#contract/export.ts';
import type { ExportRow } from '#store/exports.ts';

/** What is on record of an export beside its file, while it runs and when it has ended; older ones know less. */
const StoredReport = z.object({
  /** What is worth knowing about the file, such as a clip that was shorter than its place. */
  notes: z.array(z.string()).default([]),
  startedAt: z.int().nullable().default(null),
  finishedAt: z.int().nullable().default(null),
  stage: ExportStage.nullable().default(null),
  stages: z.array(z.object({ stage: ExportStage, elapsedMs: z.int() })).default([]),
  etaMs: z.int().nullable().default(null),
  segments: z.int().nullable().default(null),
  reused: z.int().default(0),
  segmentsDone: z.int().default(0),
  pieces: z.array(ExportPiece).default([]),
  framesEncoded: z.int().nullable().default(null),
  sizeBytes: z.int().nullable().default(null),
});
export type StoredReport = z.infer<typeof StoredReport>;

/** What is on record of an export; nothing is known where it cannot be read. */
export function exportReport(row: Pick<ExportRow, 'report'>): StoredReport {
  const report = StoredReport.safeParse(row.report ?? {});
  return report.success ? report.data : StoredReport.parse({});
}
