/** The sizes offered by name; every other size within the contract's bounds may be typed in. */
const resolutionPresets = {
  portrait: { label: 'Portrait 9:16', width: 1080, height: 1920 },
  landscape: { label: 'Landscape 16:9', width: 1920, height: 1080 },
  square: { label: 'Square 1:1', width: 1080, height: 1080 },
} as const;

/** What a work gets when it names no size. */
export const defaultResolution = { width: 1080, height: 1920 } as const;

export type Orientation = keyof typeof resolutionPresets;

const SQUARE_WITHIN = 0.05; // sides this close look square, and no vendor has a ratio between

/** Which way a frame lies; within 5 % it counts as square. */
export function orientationOf(frame: { readonly width: number; readonly height: number }): Orientation {
  if (Math.abs(frame.width / frame.height - 1) <= SQUARE_WITHIN) return 'square';
  return frame.width > frame.height ? 'landscape' : 'portrait';
}
