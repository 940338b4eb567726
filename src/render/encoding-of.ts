import type { ExportRequest } from './export-timeline.ts';
import type { Encoding } from './segment-args.ts';

/** How the pictures of an export are encoded. */
export function encodingOf({
  timeline,
  quality,
  framing,
}: Pick<ExportRequest, 'timeline' | 'quality' | 'framing'>): Encoding {
  const { width, height, fps } = timeline;
  const { preset, crf, lossless } = quality;
  return { width, height, fps, framing: framing ?? 'crop', preset, crf, lossless: lossless ?? false };
}
