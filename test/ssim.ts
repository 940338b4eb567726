/** One plane of a picture: a byte a sample, rows from the top, no padding. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly samples: Uint8Array;
}

/** How alike two planes are: 1 is the same. */
export interface Likeness {
  /** The mean over all windows. */
  readonly mean: number;
  /** The mean over those windows in which either of the planes is not flat; 1 where there is none. */
  readonly inDetail: number;
}

const WINDOW = 8;
const STEP = 4; // windows overlap by half, so that no edge lies between two of them
const RANGE = 255;
const C1 = (0.01 * RANGE) ** 2;
const C2 = (0.03 * RANGE) ** 2;
const FLAT = 1; // variance below which a window has nothing in it but rounding

/**
 * Structural similarity (Wang, Bovik, Sheikh, Simoncelli 2004) of two planes: windows of 8 × 8 samples, each weighing the
 * same, every four samples; K1 = 0.01, K2 = 0.03, L = 255.
 */
export function ssim(one: Plane, other: Plane): Likeness {
  if (one.width !== other.width || one.height !== other.height) throw new Error('planes of different size');
  const { width, height } = one;
  let [sum, windows, detailed, detailedWindows] = [0, 0, 0, 0];
  for (let y = 0; y + WINDOW <= height; y += STEP) {
    for (let x = 0; x + WINDOW <= width; x += STEP) {
      const { value, isFlat } = windowAt(one.samples, other.samples, y * width + x, width);
      sum += value;
      windows += 1;
      if (isFlat) continue;
      detailed += value;
      detailedWindows += 1;
    }
  }
  if (windows === 0) throw new Error('planes smaller than a window');
  return { mean: sum / windows, inDetail: detailedWindows === 0 ? 1 : detailed / detailedWindows };
}

function windowAt(one: Uint8Array, other: Uint8Array, start: number, width: number) {
  let [a, b, aa, bb, ab] = [0, 0, 0, 0, 0];
  for (let row = 0; row < WINDOW; row++) {
    const from = start + row * width;
    for (let at = from; at < from + WINDOW; at++) {
      const [p, q] = [one[at] ?? 0, other[at] ?? 0];
      a += p;
      b += q;
      aa += p * p;
      bb += q * q;
      ab += p * q;
    }
  }
  const count = WINDOW * WINDOW;
  const [meanA, meanB] = [a / count, b / count];
  const varianceA = aa / count - meanA * meanA;
  const varianceB = bb / count - meanB * meanB;
  const covariance = ab / count - meanA * meanB;
  const light = (2 * meanA * meanB + C1) / (meanA * meanA + meanB * meanB + C1);
  const structure = (2 * covariance + C2) / (varianceA + varianceB + C2);
  return { value: light * structure, isFlat: varianceA < FLAT && varianceB < FLAT };
}
