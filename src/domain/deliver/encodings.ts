import type { ExportQuality } from '#contract/export.ts';

/** How x264 encodes at each quality; `standard` is what a phone and the timeline of a social app show without loss to the eye. */
export const ENCODINGS = {
  draft: { preset: 'ultrafast', crf: 26 },
  standard: { preset: 'veryfast', crf: 20 },
  high: { preset: 'medium', crf: 17 },
} as const satisfies Record<ExportQuality, { readonly preset: string; readonly crf: number }>;
