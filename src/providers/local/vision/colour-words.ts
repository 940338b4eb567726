import type { Oklab } from './oklab.ts';
import type { Swatch } from './palette-of.ts';

const HUES: readonly (readonly [untilDegrees: number, name: string])[] = [
  [12, 'pink'],
  [36, 'red'],
  [75, 'orange'],
  [115, 'yellow'],
  [160, 'green'],
  [215, 'teal'],
  [285, 'blue'],
  [320, 'violet'],
  [350, 'magenta'],
  [360, 'pink'],
];

/** A plain name of a colour: "deep blue", "pale grey". */
export function colourName([lightness, a, b]: Oklab): string {
  const chroma = Math.hypot(a, b);
  if (chroma < 0.025) {
    if (lightness < 0.18) return 'black';
    if (lightness > 0.94) return 'white';
    return lightness < 0.4 ? 'dark grey' : lightness > 0.75 ? 'pale grey' : 'grey';
  }
  const degrees = ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
  const hue = HUES.find(([until]) => degrees < until)?.[1] ?? 'pink';
  const name = (hue === 'orange' || hue === 'yellow') && lightness < 0.6 && chroma < 0.14 ? 'brown' : hue;
  if (lightness < 0.4) return `deep ${name}`;
  if (lightness > 0.82) return `pale ${name}`;
  return chroma > 0.17 ? `vivid ${name}` : chroma < 0.06 ? `greyish ${name}` : name;
}

/** How a picture's colours feel as a whole, in single words: brightness, strength of colour, warmth, contrast. */
export function toneWords(palette: readonly Swatch[]): string[] {
  const mean = (value: (colour: Oklab) => number): number =>
    palette.reduce((sum, { colour, share }) => sum + value(colour) * share, 0);
  const whole = palette.reduce((sum, { share }) => sum + share, 0) || 1;
  const lightness = mean((colour) => colour[0]) / whole;
  const chroma = mean((colour) => Math.hypot(colour[1], colour[2])) / whole;
  const warmth = mean((colour) => colour[1] * 0.5 + colour[2]) / whole; // toward red and yellow
  const spread = Math.sqrt(mean((colour) => (colour[0] - lightness) ** 2) / whole);
  return [
    lightness < 0.35 ? 'dark' : lightness > 0.72 ? 'bright' : 'mid-toned',
    chroma < 0.02 ? 'colourless' : chroma < 0.06 ? 'muted' : chroma > 0.13 ? 'vivid' : 'natural',
    ...(chroma < 0.02 ? [] : [warmth > 0.02 ? 'warm' : warmth < -0.015 ? 'cool' : 'neutral']),
    ...(spread > 0.26 ? ['high contrast'] : spread < 0.1 ? ['low contrast'] : []),
  ];
}
