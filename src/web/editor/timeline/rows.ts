import type { Track } from './timeline-layout.ts';

/** Heights of a track, in pixels: of one lane and of what lies in it. */
export const ROWS: Readonly<Record<Track, { readonly lanePx: number; readonly itemPx: number }>> = {
  text: { lanePx: 31, itemPx: 25 },
  image: { lanePx: 31, itemPx: 25 },
  clip: { lanePx: 63, itemPx: 55 },
  audio: { lanePx: 47, itemPx: 39 },
};

/** Height of the ruler. */
export const RULER_PX = 28;

/** Width of the heads of the tracks. */
export const HEAD_PX = { wide: 112, narrow: 44 } as const;
