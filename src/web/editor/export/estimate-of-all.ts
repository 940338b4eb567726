import type { ExportEstimate } from '#contract/export.ts';

/** From least to most. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** What several files take together. */
export interface EstimateOfAll {
  readonly files: number;
  /** Null where it is not known of one of them. */
  readonly sizeBytes: Range | null;
  readonly renderS: Range | null;
  /** How much is rendered already, 0 to 1. */
  readonly shareReused: number;
  readonly freeBytes: number;
  readonly neededBytes: number;
  /** There is not the room on the disk that they need. */
  readonly isTooLarge: boolean;
  /** What would be told of them, each once. */
  readonly notes: readonly string[];
}

/** Adds up what each file takes; null where there is none. Segments that formats share are counted in each. */
export function estimateOfAll(estimates: readonly ExportEstimate[]): EstimateOfAll | null {
  if (estimates.length === 0) return null;
  const freeBytes = Math.min(...estimates.map((one) => one.freeBytes));
  const neededBytes = estimates.reduce((sum, one) => sum + one.neededBytes, 0);
  return {
    files: estimates.length,
    sizeBytes: added(estimates.map((one) => one.sizeBytes)),
    renderS: added(estimates.map((one) => one.renderS)),
    shareReused: shareReused(estimates),
    freeBytes,
    neededBytes,
    isTooLarge: neededBytes > freeBytes,
    notes: [...new Set(estimates.flatMap((one) => one.notes))],
  };
}

function shareReused(estimates: readonly ExportEstimate[]): number {
  const frames = estimates.reduce((sum, { framesTotal }) => sum + framesTotal, 0);
  const missing = estimates.reduce(
    (sum, { segments, framesTotal }) => sum + (segments?.framesMissing ?? framesTotal),
    0,
  );
  return frames === 0 ? 0 : 1 - missing / frames;
}

function added(ranges: readonly (Range | null)[]): Range | null {
  let [least, most] = [0, 0];
  for (const range of ranges) {
    if (range === null) return null;
    least += range.least;
    most += range.most;
  }
  return { least, most };
}

const NARROW = 1.35; // ends that are nearer than this are told as one number

/** A range as it is told: one number where its ends are near each other. */
export function toldRange({ least, most }: Range): readonly [number] | readonly [number, number] {
  return most <= least * NARROW ? [(least + most) / 2] : [least, most];
}
