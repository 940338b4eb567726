import { z } from 'zod';
import type { ExportRow } from '#store/exports.ts';

const Report = z.looseObject({ notes: z.array(z.string()).default([]) });

/** What is worth knowing about an exported file, such as a clip that was shorter than its place. */
export function exportNotes(row: ExportRow): readonly string[] {
  const report = Report.safeParse(row.report);
  return report.success ? report.data.notes : [];
}
