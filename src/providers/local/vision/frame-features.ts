/** What is kept of a frame: a small grey picture and a count of its colours. */
export interface FrameFeatures {
  /** Rows from the top, 0 to 255; half of the frame's width and height. */
  readonly grey: Uint8Array;
  /** Shares of 64 colours (four levels of red, green and blue); together 1. */
  readonly histogram: Float32Array;
  /** Mean of the grey picture, 0 to 255. */
  readonly brightness: number;
}

/** Condenses a frame of even width and height. */
export function frameFeatures(rgb: Uint8Array, width: number, height: number): FrameFeatures {
  const [halfWidth, halfHeight] = [width / 2, height / 2];
  const grey = new Uint8Array(halfWidth * halfHeight);
  const histogram = new Float32Array(64);
  const share = 1 / (halfWidth * halfHeight);
  let total = 0;
  for (let row = 0; row < halfHeight; row++) {
    for (let column = 0; column < halfWidth; column++) {
      const at = (row * 2 * width + column * 2) * 3;
      const below = at + width * 3;
      const mean = (channel: number): number =>
        ((rgb[at + channel] ?? 0) +
          (rgb[at + 3 + channel] ?? 0) +
          (rgb[below + channel] ?? 0) +
          (rgb[below + 3 + channel] ?? 0)) >>
        2;
      const [red, green, blue] = [mean(0), mean(1), mean(2)];
      const luma = (red * 54 + green * 183 + blue * 19) >> 8; // BT.709
      grey[row * halfWidth + column] = luma;
      total += luma;
      const bin = ((red >> 6) << 4) | ((green >> 6) << 2) | (blue >> 6);
      histogram[bin] = (histogram[bin] ?? 0) + share;
    }
  }
  return { grey, histogram, brightness: total * share };
}

/** How different two frames are, 0 to about 1: by their colours and by what lies where. A cut is above 0.3, motion below. */
export function frameDistance(one: FrameFeatures, other: FrameFeatures): number {
  let colours = 0;
  for (let bin = 0; bin < 64; bin++) colours += Math.abs((one.histogram[bin] ?? 0) - (other.histogram[bin] ?? 0));
  return colours / 4 + 1.5 * greyDistance(one.grey, other.grey);
}

/** Mean difference of two grey pictures, 0 to 1. */
export function greyDistance(one: Uint8Array, other: Uint8Array): number {
  let sum = 0;
  for (let index = 0; index < one.length; index++) sum += Math.abs((one[index] ?? 0) - (other[index] ?? 0));
  return sum / one.length / 255;
}

/** How alike two grey pictures are in structure, whatever their brightness: 1 the same, 0 unrelated (or plain). */
export function greyCorrelation(one: Uint8Array, other: Uint8Array): number {
  let [sumOne, sumOther, squaresOne, squaresOther, products] = [0, 0, 0, 0, 0];
  for (let index = 0; index < one.length; index++) {
    const [a, b] = [one[index] ?? 0, other[index] ?? 0];
    sumOne += a;
    sumOther += b;
    squaresOne += a * a;
    squaresOther += b * b;
    products += a * b;
  }
  const count = one.length;
  const variance = (squaresOne - sumOne ** 2 / count) * (squaresOther - sumOther ** 2 / count);
  return variance < 1 ? 0 : (products - (sumOne * sumOther) / count) / Math.sqrt(variance);
}
