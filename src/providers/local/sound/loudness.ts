import { SAMPLE_RATE, type Stereo } from './stereo.ts';

// ITU-R BS.1770-4, the coefficients it gives for 48 kHz: a shelf for the head, then a high-pass.
const SHELF = {
  b: [1.53512485958697, -2.69169618940638, 1.19839281085285],
  a: [-1.69065929318241, 0.73248077421585],
} as const;
const LOW_CUT = { b: [1, -2, 1], a: [-1.99004745483398, 0.99007225036621] } as const;
const BLOCK = 0.4 * SAMPLE_RATE;
const STEP = BLOCK / 4;

/** Integrated loudness in LUFS, gated as ITU-R BS.1770-4 says; below one block of 0.4 s, of the whole without gates. */
export function integratedLufs(sound: Stereo): number {
  const squares = [sound.left, sound.right].map((channel) => weightedSquares(channel));
  const length = sound.left.length;
  const powers: number[] = [];
  for (let start = 0; start + BLOCK <= length; start += STEP) powers.push(meanPower(squares, start, start + BLOCK));
  if (powers.length === 0) return lufs(meanPower(squares, 0, length));
  const audible = powers.filter((power) => lufs(power) > -70);
  const gate = lufs(mean(audible)) - 10;
  return lufs(mean(audible.filter((power) => lufs(power) > gate)));
}

/** Running sums of the weighted squares: entry n is the sum of the first n samples. */
function weightedSquares(channel: Float32Array): Float64Array {
  const sums = new Float64Array(channel.length + 1);
  let [x1, x2, y1, y2, z1, z2] = [0, 0, 0, 0, 0, 0];
  let sum = 0;
  for (let index = 0; index < channel.length; index++) {
    const x = channel[index] ?? 0;
    const y = SHELF.b[0] * x + SHELF.b[1] * x1 + SHELF.b[2] * x2 - SHELF.a[0] * y1 - SHELF.a[1] * y2;
    const z = LOW_CUT.b[0] * y + LOW_CUT.b[1] * y1 + LOW_CUT.b[2] * y2 - LOW_CUT.a[0] * z1 - LOW_CUT.a[1] * z2;
    [x2, x1, y2, y1, z2, z1] = [x1, x, y1, y, z1, z];
    sum += z * z;
    sums[index + 1] = sum;
  }
  return sums;
}

function meanPower(squares: readonly Float64Array[], from: number, to: number): number {
  let power = 0;
  for (const sums of squares) power += ((sums[to] ?? 0) - (sums[from] ?? 0)) / Math.max(1, to - from);
  return power;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function lufs(power: number): number {
  return -0.691 + 10 * Math.log10(Math.max(power, 1e-12));
}
