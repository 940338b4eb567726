import type { ModelDescriptor } from './provider.ts';

/**
 * The seconds a clip is asked for: the shortest the model can that is long enough, else the longest it can; the film
 * trims what is too long.
 */
export function snapDuration(durations: ModelDescriptor['durations'], wantedS: number): number {
  if (!durations) return wantedS;
  const { listS, minS = 0, maxS = Infinity, stepS } = durations;
  if (listS && listS.length > 0) {
    const rising = listS.toSorted((a, b) => a - b);
    return rising.find((one) => one >= wantedS - EPSILON) ?? rising.at(-1) ?? wantedS;
  }
  const stepped = stepS === undefined ? wantedS : Math.ceil((wantedS - EPSILON) / stepS) * stepS;
  return Math.min(maxS, Math.max(minS, stepped));
}

const EPSILON = 1e-6; // 150 frames of 1/30 s are five seconds
