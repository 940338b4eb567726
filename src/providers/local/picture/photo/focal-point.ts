import { createCanvas, type Canvas } from '@napi-rs/canvas';

const THUMBNAIL_PX = 72;
const EDGE_SHARE = 0.55;
const COLOUR_SHARE = 0.45;
const SKIN_BONUS = 0.12;
/** How far the middle is preferred: a weight of 1 there, 0.45 in the corners. */
const CENTRE_FALL = 0.55;

/**
 * Where the subject of a picture probably is, as fractions of its size: the centroid of what stands out by edges and by
 * colour. It knows no faces; it only keeps a crop from cutting the obvious.
 */
export function focalPoint(picture: Canvas): { x: number; y: number } {
  const scale = THUMBNAIL_PX / Math.max(picture.width, picture.height);
  const width = Math.max(3, Math.round(picture.width * scale));
  const height = Math.max(3, Math.round(picture.height * scale));
  const small = createCanvas(width, height);
  const context = small.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  const mean = meanColour(data);
  const at = (x: number, y: number, channel: number): number =>
    data[4 * (Math.min(height - 1, Math.max(0, y)) * width + Math.min(width - 1, Math.max(0, x))) + channel] ?? 0;
  const light = (x: number, y: number): number => 0.3 * at(x, y, 0) + 0.59 * at(x, y, 1) + 0.11 * at(x, y, 2);
  const weights = new Float64Array(width * height);
  let total = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const edge = Math.hypot(light(x + 1, y) - light(x - 1, y), light(x, y + 1) - light(x, y - 1)) / 255;
      const distance = Math.hypot(at(x, y, 0) - mean[0], at(x, y, 1) - mean[1], at(x, y, 2) - mean[2]) / 255;
      const fromCentre = Math.hypot((x + 0.5) / width - 0.5, (y + 0.5) / height - 0.5) / Math.SQRT1_2;
      const standsOut =
        EDGE_SHARE * edge + COLOUR_SHARE * distance + (isSkin(at(x, y, 0), at(x, y, 1), at(x, y, 2)) ? SKIN_BONUS : 0);
      const weight = standsOut * (1 - CENTRE_FALL * fromCentre);
      weights[y * width + x] = weight;
      total += weight;
    }
  }
  const threshold = (1.1 * total) / weights.length;
  let sum = 0;
  let sumX = 0;
  let sumY = 0;
  for (let place = 0; place < weights.length; place++) {
    const weight = (weights[place] ?? 0) - threshold;
    if (weight <= 0) continue;
    sum += weight;
    sumX += weight * ((place % width) + 0.5);
    sumY += weight * (Math.floor(place / width) + 0.5);
  }
  return sum > 0 ? { x: rounded(sumX / sum / width), y: rounded(sumY / sum / height) } : { x: 0.5, y: 0.5 };
}

function meanColour(data: Uint8ClampedArray): readonly [number, number, number] {
  let red = 0;
  let green = 0;
  let blue = 0;
  for (let place = 0; place < data.length; place += 4) {
    red += data[place] ?? 0;
    green += data[place + 1] ?? 0;
    blue += data[place + 2] ?? 0;
  }
  const count = data.length / 4;
  return [red / count, green / count, blue / count];
}

/** Hues of skin of every lightness: red over green over blue, not too vivid. */
function isSkin(red: number, green: number, blue: number): boolean {
  return red > 60 && red > green && green > blue * 0.85 && red - blue > 15 && red - blue < 130 && red - green < 80;
}

/** Four digits are enough, and keep recipes short. */
function rounded(fraction: number): number {
  return Math.round(fraction * 10_000) / 10_000;
}
