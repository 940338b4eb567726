import { loadPicture } from '#media/load-picture.ts';
import { probe } from '#media/probe.ts';
import { colourName, toneWords } from './colour-words.ts';
import { toOklab, type Oklab } from './oklab.ts';
import { paletteOf } from './palette-of.ts';

const WORKING_PIXELS = 16_000;
const COLOURS_EVERY = 5; // pixels; an odd step, so that all columns are seen
const PLAIN_DETAIL = 0.012; // mean change of lightness from pixel to pixel; measured: flat drawings below, photographs above
const RICH_DETAIL = 0.05;

/** Says of a picture what can be measured: format, colours, light, and where its detail lies. */
export async function describeImage(
  image: { readonly path: string; readonly name?: string },
  context: { ffmpeg: string },
): Promise<string> {
  const named = image.name === undefined ? {} : { name: image.name };
  const { width, height } = await probe(image.path, { ffmpeg: context.ffmpeg, ...named });
  const canvas = await loadPicture(image.path, { maxPixels: WORKING_PIXELS, ...named });
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const pixels: Oklab[] = [];
  let transparent = 0;
  for (let at = 0; at < data.length; at += 4) {
    pixels.push(toOklab(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0));
    if ((data[at + 3] ?? 255) < 128) transparent++;
  }
  const opaque = pixels.filter((_pixel, index) => index % COLOURS_EVERY === 0 && (data[index * 4 + 3] ?? 255) >= 128);
  const palette = paletteOf(opaque);
  const colours = palette
    .slice(0, 4)
    .map(({ colour, hex, share }) => `${colourName(colour)} ${hex} ${String(Math.round(share * 100))} %`);
  const share = transparent / pixels.length;
  return [
    `${formatWord(canvas.width / canvas.height)} picture, ${String(width)}x${String(height)}.`,
    `${toneWords(palette).join(', ')}.`,
    `Colours: ${colours.join(', ')}.`,
    composition(pixels, canvas.width, canvas.height),
    ...(share > 0.02 ? [`${String(Math.round(share * 100))} % is transparent.`] : []),
  ]
    .map((sentence) => sentence.charAt(0).toUpperCase() + sentence.slice(1))
    .join(' ');
}

function formatWord(aspect: number): string {
  return aspect > 1.05 ? 'landscape' : aspect < 0.95 ? 'portrait' : 'square';
}

/** Where lightness changes most, as thirds of the picture. */
function composition(pixels: readonly Oklab[], width: number, height: number): string {
  let [total, sumX, sumY] = [0, 0, 0];
  const thirds = [0, 0, 0];
  for (let row = 1; row < height; row++) {
    for (let column = 1; column < width; column++) {
      const here = pixels[row * width + column]?.[0] ?? 0;
      const across = Math.abs(here - (pixels[row * width + column - 1]?.[0] ?? here));
      const down = Math.abs(here - (pixels[(row - 1) * width + column]?.[0] ?? here));
      const detail = across + down;
      total += detail;
      sumX += detail * column;
      sumY += detail * row;
      const third = Math.min(2, Math.floor((row * 3) / height));
      thirds[third] = (thirds[third] ?? 0) + detail;
    }
  }
  const mean = total / (2 * Math.max(1, (width - 1) * (height - 1)));
  if (mean < PLAIN_DETAIL / 4) return 'Nearly plain.';
  const amount = mean > RICH_DETAIL ? 'rich in detail' : mean < PLAIN_DETAIL ? 'of few details' : 'of some detail';
  const place = placeWord(sumX / total / width, sumY / total / height);
  const calmest = thirds.indexOf(Math.min(...thirds));
  const calm =
    (thirds[calmest] ?? 0) < total / 6 ? `; the ${['upper', 'middle', 'lower'][calmest] ?? ''} third is calm` : '';
  return `It is ${amount}, which lies ${place}${calm}.`;
}

function placeWord(x: number, y: number): string {
  const across = x < 0.42 ? 'left' : x > 0.58 ? 'right' : '';
  const down = y < 0.42 ? 'above' : y > 0.58 ? 'below' : '';
  if (across === '' && down === '') return 'about the middle';
  if (across === '') return `${down} the middle`;
  return down === '' ? `${across} of the middle` : `${down} the middle, to the ${across}`;
}
