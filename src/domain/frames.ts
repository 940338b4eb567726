import type { Fps } from '#contract/fps.ts';

const FLOAT_NOISE_FRAMES = 1e-6; // 2.05 s × 30 is 61.49999… in binary; a real half is never this close to one

/** The frame a moment falls on: rounded half up, never below 0. */
export function secondsToFrames(seconds: number, fps: Fps): number {
  return Math.max(0, Math.floor((seconds * fps.num) / fps.den + 0.5 + FLOAT_NOISE_FRAMES));
}

/** The moment a frame begins, in seconds. Going back by `secondsToFrames` gives the same frame. */
export function framesToSeconds(frames: number, fps: Fps): number {
  return (frames * fps.den) / fps.num;
}

/** Rates of the 1000/1001 family, which people write as 23.976, 29.97, 59.94. */
const NTSC_BASES = [12, 15, 24, 30, 48, 60, 120, 240] as const;
const NTSC_TOLERANCE = 0.006; // 23.97, 23.976 and 23.98 all mean 24000/1001; 24 is 0.024 away
const RATIO_TOLERANCE = 1e-6;
const MAX_DENOMINATOR = 500; // two such fractions differ by 4e-6 at least, so six written places tell them apart

/** The exact fraction a written rate means: 29.97 is 30000/1001, 29.833333 is 179/6, 30 is 30/1. */
export function fpsFromNumber(rate: number): Fps {
  for (const base of NTSC_BASES) {
    if (Math.abs(rate - (base * 1000) / 1001) < NTSC_TOLERANCE) return { num: base * 1000, den: 1001 };
  }
  return nearestFraction(rate);
}

/** The rate as people write it: 29.97 for 30000/1001. `fpsFromNumber` gives a fraction it made itself back unchanged. */
export function fpsToNumber(fps: Fps): number {
  const places = fps.den === 1001 ? 1000 : 1e6;
  return Math.round((fps.num / fps.den) * places) / places;
}

/** Continued fraction: the smallest denominator that meets the rate within `RATIO_TOLERANCE`. */
function nearestFraction(rate: number): Fps {
  let [previousNum, num] = [1, Math.floor(rate)];
  let [previousDen, den] = [0, 1];
  let rest = rate - num;
  while (Math.abs(num / den - rate) > RATIO_TOLERANCE && rest > 1e-9) {
    const inverse = 1 / rest;
    const whole = Math.floor(inverse);
    if (whole * den + previousDen > MAX_DENOMINATOR) break;
    [previousNum, num] = [num, whole * num + previousNum];
    [previousDen, den] = [den, whole * den + previousDen];
    rest = inverse - whole;
  }
  return { num: Math.max(1, num), den };
}
