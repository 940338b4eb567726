import type { Fps } from '#contract/fps.ts';

const STANDARD: readonly Fps[] = [10, 12, 15, 24, 25, 30, 48, 50, 60, 90, 100, 120, 144, 240]
  .map((num) => ({ num, den: 1 }))
  .concat([24, 30, 48, 60, 120].map((nominal) => ({ num: nominal * 1000, den: 1001 })));

const MAX_DENOMINATOR = 1001; // the longest a real rate needs; variable rates are rounded to this

/**
 * The exact frame rate behind counted frames: 30000/1001, not 29.97.
 *
 * Containers round times to ticks (Matroska to milliseconds), so a standard rate within that rounding wins over the quotient.
 *
 * @param options.frames counted in the stream
 * @param options.durationS from the start of the first to the end of the last
 * @param options.ticksPerS resolution of the container's times
 * @returns null where nothing can be said
 */
export function frameRate(options: { frames: number; durationS: number; ticksPerS: number }): Fps | null {
  const { frames, durationS, ticksPerS } = options;
  if (!(frames > 0) || !(durationS > 0) || !(ticksPerS > 0)) return null;
  const ticks = Math.max(1, Math.round(durationS * ticksPerS));
  const exact = fraction((frames * ticksPerS) / ticks);
  const whole = Number.isInteger(ticksPerS) ? reduced(frames * ticksPerS, ticks) : exact;
  if (whole.den <= MAX_DENOMINATOR && ticksPerS >= 5000) return whole; // fine ticks: the quotient is the rate itself
  const rate = (frames * ticksPerS) / ticks;
  const rounding = 2 / ticks;
  const nearest = nearestStandard(rate);
  return Math.abs(nearest.num / nearest.den / rate - 1) <= rounding ? nearest : exact;
}

/** The exact rate behind a rate printed with two decimals, as in FFmpeg's banner. */
export function frameRateOfPrinted(printed: number): Fps | null {
  if (!(printed > 0)) return null;
  const nearest = nearestStandard(printed);
  return Math.abs(nearest.num / nearest.den - printed) < 0.006 ? nearest : fraction(printed);
}

function nearestStandard(rate: number): Fps {
  const distance = (fps: Fps): number => Math.abs(fps.num / fps.den - rate);
  return STANDARD.reduce((best, fps) => (distance(fps) < distance(best) ? fps : best));
}

/** The simplest fraction within a ten-thousandth of the value, by continued fractions. */
function fraction(value: number): Fps {
  let [num, den, previousNum, previousDen] = [1, 0, 0, 1];
  let rest = value;
  for (let step = 0; step < 12; step++) {
    const whole = Math.floor(rest);
    const next = [whole * num + previousNum, whole * den + previousDen] as const;
    if (next[1] > MAX_DENOMINATOR && den > 0) break;
    [previousNum, previousDen, num, den] = [num, den, next[0], next[1]];
    if (Math.abs(num / den - value) <= value * 1e-7 || rest === whole) break;
    rest = 1 / (rest - whole);
  }
  return num > 0 ? { num, den } : { num: 1, den: Math.max(1, Math.min(100_000, Math.round(1 / value))) };
}

function reduced(num: number, den: number): Fps {
  let [a, b] = [num, den];
  while (b !== 0) [a, b] = [b, a % b];
  return { num: num / a, den: den / a };
}
