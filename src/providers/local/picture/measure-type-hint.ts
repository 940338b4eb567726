import { createCanvas, type Canvas } from '@napi-rs/canvas';
import type { TypeHint } from '#contract/type-hint.ts';
import type { Palette } from './palette.ts';

type Zone = TypeHint['zone'];
type Rgb = readonly [red: number, green: number, blue: number];

/** Ratio of WCAG 2 for text; type over pictures is held to the stricter of its two. */
const CONTRAST_FLOOR = 4.5;
/** A little above the floor, because clips are encoded and graded after this was measured. */
const CONTRAST_AIM = 4.7;
const SAMPLE_PX = 96;
const RULE_CONTRAST = 1.8;

/** How type stays readable over a finished picture, measured in its zone: the ink, the rule's colour and a plate where needed. */
export function measureTypeHint(still: Canvas, palette: Palette, zone: Zone): TypeHint {
  const samples = zoneSamples(still, zone);
  const dark = rgbOf(palette.tone('key', 0.26, 0.5));
  const light = rgbOf(palette.tone('neutral', 0.985));
  const darkContrast = worstContrast(samples, dark);
  const lightContrast = worstContrast(samples, light);
  const isDarkInk = darkContrast >= lightContrast;
  const ink = isDarkInk ? dark : light;
  const plate =
    Math.max(darkContrast, lightContrast) >= CONTRAST_FLOOR
      ? null
      : plateFor(samples, ink, rgbOf(isDarkInk ? palette.tone('neutral', 0.985) : palette.tone('key', 0.17)));
  const seen = plate === null ? samples : samples.map((sample) => mixed(sample, plate.rgb, plate.opacity));
  return {
    ink: hexOf(ink),
    accent: hexOf(ruleColour(seen, palette, ink)),
    plate: plate === null ? null : { color: hexOf(plate.rgb), opacity: plate.opacity },
    zone,
  };
}

/**
 * The worse contrast of a colour with the 5th and the 95th percentile of lightness in a zone of a picture, after a plate
 * has been laid over it. 1 to 21.
 */
export function contrastInZone(still: Canvas, hint: Pick<TypeHint, 'ink' | 'plate' | 'zone'>): number {
  const samples = zoneSamples(still, hint.zone);
  const { plate } = hint;
  return worstContrast(
    plate === null ? samples : samples.map((sample) => mixed(sample, rgbOf(plate.color), plate.opacity)),
    rgbOf(hint.ink),
  );
}

function plateFor(samples: readonly Rgb[], ink: Rgb, rgb: Rgb): { rgb: Rgb; opacity: number } {
  for (let percent = 10; percent < 100; percent += 5) {
    const opacity = percent / 100;
    if (
      worstContrast(
        samples.map((sample) => mixed(sample, rgb, opacity)),
        ink,
      ) >= CONTRAST_AIM
    )
      return { rgb, opacity };
  }
  return { rgb, opacity: 1 };
}

function ruleColour(samples: readonly Rgb[], palette: Palette, ink: Rgb): Rgb {
  const middle = samples[Math.floor(samples.length / 2)] ?? ink;
  for (const lightness of [0.71, 0.8, 0.62, 0.88, 0.52, 0.42]) {
    const rgb = rgbOf(palette.tone('accent', lightness));
    if (contrast(luminance(rgb), luminance(middle)) >= RULE_CONTRAST) return rgb;
  }
  return ink;
}

/** Colours of a zone at a small size, from dark to light. */
function zoneSamples(still: Canvas, zone: Zone): readonly Rgb[] {
  const width = SAMPLE_PX;
  const height = Math.max(8, Math.round((SAMPLE_PX * zone.height * still.height) / (zone.width * still.width)));
  const small = createCanvas(width, height);
  const context = small.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(
    still,
    zone.x * still.width,
    zone.y * still.height,
    zone.width * still.width,
    zone.height * still.height,
    0,
    0,
    width,
    height,
  );
  const { data } = context.getImageData(0, 0, width, height);
  const samples = Array.from({ length: width * height }, (_, place): Rgb => [
    data[place * 4] ?? 0,
    data[place * 4 + 1] ?? 0,
    data[place * 4 + 2] ?? 0,
  ]);
  return samples.toSorted((left, right) => luminance(left) - luminance(right));
}

/** `samples` from dark to light; a plate keeps their order. */
function worstContrast(samples: readonly Rgb[], rgb: Rgb): number {
  const own = luminance(rgb);
  const low = samples[Math.floor(samples.length * 0.05)] ?? rgb;
  const high = samples[Math.min(samples.length - 1, Math.floor(samples.length * 0.95))] ?? rgb;
  return Math.min(contrast(own, luminance(low)), contrast(own, luminance(high)));
}

function contrast(left: number, right: number): number {
  return (Math.max(left, right) + 0.05) / (Math.min(left, right) + 0.05);
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function mixed([red, green, blue]: Rgb, [plateRed, plateGreen, plateBlue]: Rgb, opacity: number): Rgb {
  const mix = (from: number, to: number): number => Math.round(from + (to - from) * opacity);
  return [mix(red, plateRed), mix(green, plateGreen), mix(blue, plateBlue)];
}

/** Any CSS colour as the canvas draws it. */
function rgbOf(colour: string): Rgb {
  const context = createCanvas(1, 1).getContext('2d');
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const { data } = context.getImageData(0, 0, 1, 1);
  return [data[0] ?? 0, data[1] ?? 0, data[2] ?? 0];
}

function hexOf(rgb: Rgb): string {
  return `#${rgb.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
