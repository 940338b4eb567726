import { createCanvas, type Canvas } from '@napi-rs/canvas';
import { oklchFromHex } from '../oklch.ts';

const THUMBNAIL_PX = 64;
const COLOURS = 4;
const ROUNDS = 8;

/** The colours a photo lives from, most telling first: clusters weighed by size and by how colourful they are. */
export function photoColours(photos: readonly Canvas[]): readonly string[] {
  const samples = photos.flatMap((photo) => samplesOf(photo));
  let centres = startingCentres(samples);
  let members: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const sums = centres.map(() => [0, 0, 0, 0]);
    for (const sample of samples) {
      const sum = sums[nearest(centres, sample)];
      if (!sum) continue;
      for (const channel of [0, 1, 2]) sum[channel] = (sum[channel] ?? 0) + (sample[channel] ?? 0);
      sum[3] = (sum[3] ?? 0) + 1;
    }
    centres = centres.map((centre, place) => {
      const [red = 0, green = 0, blue = 0, count = 0] = sums[place] ?? [];
      return count > 0 ? [red / count, green / count, blue / count] : centre;
    });
    members = sums.map((sum) => sum[3] ?? 0);
  }
  return centres
    .map((centre, place) => {
      const hex = `#${centre.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
      return { hex, weight: Math.sqrt(members[place] ?? 0) * (0.02 + (oklchFromHex(hex)?.c ?? 0)) };
    })
    .toSorted((left, right) => right.weight - left.weight)
    .slice(0, COLOURS)
    .map(({ hex }) => hex);
}

function samplesOf(photo: Canvas): readonly (readonly number[])[] {
  const small = createCanvas(THUMBNAIL_PX, THUMBNAIL_PX);
  const context = small.getContext('2d');
  context.drawImage(photo, 0, 0, THUMBNAIL_PX, THUMBNAIL_PX);
  const { data } = context.getImageData(0, 0, THUMBNAIL_PX, THUMBNAIL_PX);
  return Array.from({ length: THUMBNAIL_PX * THUMBNAIL_PX }, (_, place) => [
    data[place * 4] ?? 0,
    data[place * 4 + 1] ?? 0,
    data[place * 4 + 2] ?? 0,
  ]);
}

/** Spread over the samples by lightness, so that the same photos always give the same colours. */
function startingCentres(samples: readonly (readonly number[])[]): (readonly number[])[] {
  const sorted = samples.toSorted((left, right) => lightness(left) - lightness(right));
  return Array.from(
    { length: 7 },
    (_, place) => sorted[Math.floor(((place + 0.5) / 7) * sorted.length)] ?? [128, 128, 128],
  );
}

function lightness([red = 0, green = 0, blue = 0]: readonly number[]): number {
  return 0.3 * red + 0.59 * green + 0.11 * blue;
}

function nearest(centres: readonly (readonly number[])[], sample: readonly number[]): number {
  let best = 0;
  let least = Infinity;
  for (const [place, centre] of centres.entries()) {
    const distance = [0, 1, 2].reduce(
      (sum, channel) => sum + ((centre[channel] ?? 0) - (sample[channel] ?? 0)) ** 2,
      0,
    );
    if (distance < least) {
      least = distance;
      best = place;
    }
  }
  return best;
}
