/** Samples a second of everything in this folder; what exports use. */
export const SAMPLE_RATE = 48_000;

/** Two channels of equal length, -1 to 1. */
export interface Stereo {
  readonly left: Float32Array;
  readonly right: Float32Array;
}

/** Silence of a length in samples. */
export function silence(sampleCount: number): Stereo {
  return { left: new Float32Array(sampleCount), right: new Float32Array(sampleCount) };
}
