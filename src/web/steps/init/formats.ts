import type { Resolution } from '#contract/work.ts';

/** The shapes that are offered by name; every other size can be typed. */
export const FORMATS = {
  '9:16': { width: 1080, height: 1920 },
  '4:5': { width: 1080, height: 1350 },
  '1:1': { width: 1080, height: 1080 },
  '16:9': { width: 1920, height: 1080 },
} as const satisfies Record<string, Resolution>;
export type Format = keyof typeof FORMATS;

/** The named shape a size has exactly; null: one of its own. */
export function formatOf({ width, height }: Resolution): Format | null {
  const names = Object.keys(FORMATS) as Format[];
  return names.find((name) => FORMATS[name].width === width && FORMATS[name].height === height) ?? null;
}

/** A shape in few characters: by name, else by its sides: 1280 × 720. */
export const shapeOf = (size: Resolution): string => formatOf(size) ?? `${size.width} × ${size.height}`;

const [LEAST_SIDE, MOST_SIDE] = [64, 7680];

/** What the server takes as a side: even, as H.264 needs, and neither tiny nor enormous. */
export const sideFrom = (typed: number): number => Math.min(MOST_SIDE, Math.max(LEAST_SIDE, Math.round(typed / 2) * 2));
