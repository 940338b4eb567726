import { hueDistance, oklchFromHex, rgbFromOklch } from './oklch.ts';

/** A colour as lightness 0-1, chroma 0-0.4, hue in degrees. */
export interface Oklch {
  readonly l: number;
  readonly c: number;
  readonly h: number;
}

export type ColourRole = 'key' | 'accent' | 'second' | 'neutral';

/** The colours of a film: four roles, and tones of them at any lightness by the rules of the keyless look. */
export interface Palette {
  readonly scheme: 'light' | 'dark';
  readonly key: Oklch;
  readonly accent: Oklch;
  readonly second: Oklch;
  readonly neutral: Oklch;
  /** The hexes it was made from; stored in recipes. */
  readonly source: readonly string[];
  /** A CSS colour of a role (or of a free hue) at lightness `l`, chroma scaled by `chroma` (1 default), with optional alpha. */
  tone(role: ColourRole | Oklch, l: number, chroma?: number, alpha?: number): string;
  /** The role nearest to a hue if within `within` degrees (40 default), else that hue itself, at the key's chroma. */
  nature(hue: number, within?: number): Oklch;
}

const DARK_WORDS = new Set([
  'night',
  'luxury',
  'luxurious',
  'cinematic',
  'dark',
  'moody',
  'gece',
  'lüks',
  'sinematik',
  'karanlık',
]);
const LIGHT_WORDS = new Set([
  'fresh',
  'minimal',
  'minimalist',
  'playful',
  'light',
  'bright',
  'airy',
  'ferah',
  'taze',
  'neşeli',
  'aydınlık',
]);

/** Where a palette starts when there are no readable colours: a calm indigo with a warm accent. */
const FALLBACK: readonly Oklch[] = [{ l: 0.56, c: 0.15, h: 268 }];

/**
 * The roles of a film's colours from any list of hexes, one to many, single greys included; unreadable ones are left out.
 * Tone words ("night", "fresh") decide between a light and a dark ground where they speak.
 */
export function paletteFrom(hexes: readonly string[], toneWords: readonly string[]): Palette {
  const read = hexes.map(oklchFromHex).filter((colour) => colour !== null);
  const colours = read.length > 0 ? read : FALLBACK;
  const key = keyOf(colours);
  const accent = accentOf(colours, key);
  const roles = {
    key,
    accent,
    second: secondOf(colours, key, accent),
    neutral: { l: key.l, c: Math.min(key.c, 0.018), h: key.h },
  };
  return {
    scheme: schemeOf(colours, toneWords),
    ...roles,
    source: hexes,
    tone: (role, l, chroma = 1, alpha = 1) =>
      css(toned(typeof role === 'string' ? roles[role] : role, l, chroma), alpha),
    nature: (hue, within = 40) => natural(roles, hue, within),
  };
}

/** The lightness at which a large area of a colour looks like itself: yellows must be lighter, or they turn to mustard. */
export function areaLightness(colour: Oklch): number {
  return colour.h >= 72 && colour.h <= 118 ? 0.83 : 0.71;
}

/** A colour at another lightness: chroma thinned towards white and black, the hue turned as light turns it. */
export function toned(base: Oklch, l: number, chroma: number): Oklch {
  const lightness = Math.min(1, Math.max(0, l));
  const wanted = base.c * chroma * chromaAt(lightness);
  return { l: lightness, c: Math.min(wanted, chromaCapAt(lightness)), h: hueAt(base.h, lightness) };
}

/** Full between L 0.40 and 0.78, 28 % at white, 45 % at black. */
function chromaAt(l: number): number {
  if (l > 0.78) return 1 - 0.72 * ((l - 0.78) / 0.22);
  if (l < 0.4) return 0.45 + 0.55 * (l / 0.4);
  return 1;
}

/** Dark blue grounds turn to a pure #000050 without a cap; it opens quickly above L 0.42, so that ramps have no step. */
function chromaCapAt(l: number): number {
  return l < 0.42 ? 0.03 + 0.27 * l : 0.143 + 1.2 * (l - 0.42);
}

/** Warm hues turn to brown below L 0.66 (yellow shadows would be olive), others a little to blue; everything to yellow in the light. */
function hueAt(hue: number, l: number): number {
  const h = ((hue % 360) + 360) % 360;
  if (h >= 25 && h <= 118) {
    if (l < 0.66) return turned(h, 28, (0.66 - l) * 95);
  } else if (l < 0.5) return turned(h, 275, 9 * ((0.5 - l) / 0.5));
  return l > 0.7 ? turned(h, 90, 5 * ((l - 0.7) / 0.3)) : h;
}

function turned(from: number, to: number, byDegrees: number): number {
  const distance = hueDistance(from, to);
  return (from + Math.sign(distance) * Math.min(Math.abs(distance), byDegrees) + 360) % 360;
}

function css(colour: Oklch, alpha: number): string {
  const [red, green, blue] = rgbFromOklch(colour);
  return alpha >= 1 ? `rgb(${red},${green},${blue})` : `rgba(${red},${green},${blue},${Math.max(0, alpha).toFixed(3)})`;
}

function keyOf(colours: readonly Oklch[]): Oklch {
  const weight = (colour: Oklch): number => colour.c * (1 - 0.8 * Math.abs(colour.l - 0.6));
  const vivid = colours.filter((colour) => colour.c > 0.035);
  // Greys alone: a slate, so that shadows still have a hue to take and the accent somewhere to be warm against.
  if (vivid.length === 0) return { l: colours[0]?.l ?? 0.5, c: 0.022, h: 258 };
  return vivid.reduce((best, colour) => (weight(colour) > weight(best) ? colour : best));
}

function accentOf(colours: readonly Oklch[], key: Oklch): Oklch {
  const apart = (colour: Oklch): number => Math.abs(hueDistance(key.h, colour.h));
  const far = colours.filter((colour) => colour.c > 0.035 && apart(colour) >= 35);
  const best = far.toSorted((one, other) => apart(other) * other.c - apart(one) * one.c)[0];
  if (best !== undefined) return best;
  const warmth = (hue: number): number => Math.abs(hueDistance(55, hue));
  const [one, other] = [(key.h + 150) % 360, (key.h + 210) % 360];
  return { l: 0.72, c: Math.min(0.16, Math.max(0.11, key.c)), h: warmth(one) <= warmth(other) ? one : other };
}

function secondOf(colours: readonly Oklch[], key: Oklch, accent: Oklch): Oklch {
  const apart = (from: Oklch, colour: Oklch): number => Math.abs(hueDistance(from.h, colour.h));
  const rest = colours.filter((colour) => colour.c > 0.035 && apart(key, colour) >= 12 && apart(accent, colour) >= 12);
  const best = rest.toSorted((one, other) => other.c - one.c)[0];
  if (best !== undefined) return best;
  const towards = Math.sign(hueDistance(key.h, accent.h) || 1);
  const hue = (key.h + 38 * towards + 360) % 360;
  // Mustard-green beside yellow looks unwell: there the other neighbour is taken.
  return { l: key.l, c: key.c * 0.8, h: hue > 98 && hue < 136 ? (key.h - 38 * towards + 360) % 360 : hue };
}

function schemeOf(colours: readonly Oklch[], toneWords: readonly string[]): 'light' | 'dark' {
  const words = toneWords.map((word) => word.toLowerCase());
  if (words.some((word) => DARK_WORDS.has(word))) return 'dark';
  if (words.some((word) => LIGHT_WORDS.has(word))) return 'light';
  const first = colours[0]?.l ?? 1;
  const mean = colours.reduce((sum, colour) => sum + colour.l, 0) / colours.length;
  return first < 0.4 || (first < 0.8 && mean < 0.5) ? 'dark' : 'light';
}

function natural(roles: Pick<Palette, 'key' | 'accent' | 'second'>, hue: number, within: number): Oklch {
  const apart = (colour: Oklch): number => Math.abs(hueDistance(hue, colour.h));
  const nearest = [roles.key, roles.accent, roles.second].toSorted((one, other) => apart(one) - apart(other))[0];
  if (nearest !== undefined && nearest.c > 0.03 && apart(nearest) <= within) return nearest;
  return { l: 0.6, c: Math.min(0.14, Math.max(0.06, roles.key.c)), h: hue };
}
