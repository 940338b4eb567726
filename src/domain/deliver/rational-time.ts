import type { Fps } from '#contract/fps.ts';

/** Frames as FCPXML writes time: an exact fraction of a second, such as `1001/30000s`. */
export function rationalTime(frames: number, { num, den }: Fps): string {
  return fraction(frames * den, num);
}

/** Any number of seconds, to the microsecond. */
export function secondsTime(seconds: number): string {
  return fraction(Math.round(seconds * 1e6), 1e6);
}

function fraction(over: number, under: number): string {
  const divisor = greatestCommonDivisor(over, under);
  const [top, bottom] = [over / divisor, under / divisor];
  return bottom === 1 ? `${String(top)}s` : `${String(top)}/${String(bottom)}s`;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? Math.max(1, a) : greatestCommonDivisor(b, a % b);
}
