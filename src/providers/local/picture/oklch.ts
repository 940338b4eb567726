import type { Oklch } from './palette.ts';

/** Linear-light red, green and blue, 0-1 inside sRGB. */
type LinearRgb = readonly [number, number, number];

/** Reads `#rgb` or `#rrggbb`; null for anything else. */
export function oklchFromHex(hex: string): Oklch | null {
  const short = /^#?([0-9a-f])([0-9a-f])([0-9a-f])$/iu.exec(hex);
  const digits = short
    ? `${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}`
    : /^#?([0-9a-f]{6})$/iu.exec(hex)?.[1];
  if (digits === undefined) return null;
  const channel = (place: number): number => linearFromSrgb(Number.parseInt(digits.slice(place, place + 2), 16) / 255);
  return fromLinear([channel(0), channel(2), channel(4)]);
}

/** The nearest sRGB colour of the same lightness and hue, 0-255 each: chroma gives way by bisection (9 steps). */
export function rgbFromOklch(colour: Oklch): readonly [number, number, number] {
  let linear = toLinear(colour);
  if (!insideGamut(linear)) {
    let low = 0;
    let high = colour.c;
    for (let step = 0; step < 9; step++) {
      const middle = (low + high) / 2;
      if (insideGamut(toLinear({ ...colour, c: middle }))) low = middle;
      else high = middle;
    }
    linear = toLinear({ ...colour, c: low });
  }
  const byte = (value: number): number => Math.round(255 * srgbFromLinear(Math.min(1, Math.max(0, value))));
  return [byte(linear[0]), byte(linear[1]), byte(linear[2])];
}

/** OKLab (lightness, green-red, blue-yellow) to sRGB 0-255, clipped: for many mixed pixels, where bisection would be too slow. */
export function rgbFromOklab(lightness: number, a: number, b: number): readonly [number, number, number] {
  const linear = linearFromOklab(lightness, a, b);
  const byte = (value: number): number => 255 * srgbFromLinear(Math.min(1, Math.max(0, value)));
  return [byte(linear[0]), byte(linear[1]), byte(linear[2])];
}

/** Degrees from one hue to another by the shorter way, -180 to 180. */
export function hueDistance(from: number, to: number): number {
  return ((((to - from) % 360) + 540) % 360) - 180;
}

function insideGamut(linear: LinearRgb): boolean {
  return linear.every((value) => value >= -0.0008 && value <= 1.0008);
}

// Matrices: Björn Ottosson, "A perceptual color space for image processing" (2020), https://bottosson.github.io/posts/oklab/
function fromLinear([red, green, blue]: LinearRgb): Oklch {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return { l: lightness, c: Math.hypot(a, b), h: ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360 };
}

function toLinear({ l, c, h }: Oklch): LinearRgb {
  return linearFromOklab(l, c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180));
}

function linearFromOklab(lightness: number, a: number, b: number): LinearRgb {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function linearFromSrgb(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function srgbFromLinear(value: number): number {
  return value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;
}
