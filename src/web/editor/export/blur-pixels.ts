/** RGBA pixels, rows from the top. */
interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

const REACH = 3; // standard deviations, beyond which a Gaussian has nothing left that eight bits could say

/** Blurs pixels in place, as FFmpeg does: what lies beyond an edge is as what lies on it. A canvas would darken the edges. */
export function blurPixels({ data, width, height }: Pixels, sigma: number): void {
  const weights = gaussian(sigma);
  const reach = weights.length - 1;
  const half = new Float32Array(data.length);
  const pass = (
    from: ArrayLike<number>,
    to: { [at: number]: number },
    along: number,
    across: number,
    step: number,
  ): void => {
    const next = step === 1 ? width : 1;
    for (let line = 0; line < across; line += 1) {
      for (let place = 0; place < along; place += 1) {
        for (let channel = 0; channel < 4; channel += 1) {
          let sum = 0;
          for (let off = -reach; off <= reach; off += 1) {
            const near = Math.min(along - 1, Math.max(0, place + off));
            sum += (weights[Math.abs(off)] ?? 0) * (from[4 * (line * next + near * step) + channel] ?? 0);
          }
          to[4 * (line * next + place * step) + channel] = sum;
        }
      }
    }
  };
  pass(data, half, width, height, 1);
  pass(half, data, height, width, width);
}

/** From the middle outwards; both sides together weigh 1. */
function gaussian(sigma: number): readonly number[] {
  const raw = Array.from({ length: Math.ceil(REACH * sigma) + 1 }, (_, off) =>
    Math.exp(-(off * off) / (2 * sigma * sigma)),
  );
  const sum = raw.reduce((total, weight, off) => total + (off === 0 ? weight : 2 * weight), 0);
  return raw.map((weight) => weight / sum);
}
