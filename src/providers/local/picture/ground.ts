import { hueDistance, oklchFromHex } from './oklch.ts';
import type { ColourRole, Oklch, Palette } from './palette.ts';

/** The colour large quiet surfaces take: the palest given colour in light films, the deepest in dark ones, else the key. */
export function groundOf(palette: Palette): Oklch {
  const given = palette.source.map(oklchFromHex).filter((colour) => colour !== null && colour.c > 0.012);
  const fits = given
    .filter((colour) => colour !== null)
    .filter((colour) => (palette.scheme === 'dark' ? colour.l < 0.45 : colour.l > 0.8));
  const sorted = fits.toSorted((one, other) => (palette.scheme === 'dark' ? one.l - other.l : other.l - one.l));
  return sorted[0] ?? palette.key;
}

/** The role a hero takes so that it stands off its ground: the key, unless they are the same colour. */
export function heroRole(palette: Palette, ground: Oklch): 'key' | 'accent' {
  const apart = Math.abs(hueDistance(ground.h, palette.key.h));
  if (palette.scheme === 'dark') return apart < 30 ? 'accent' : 'key';
  return palette.key.l > 0.76 && apart < 30 ? 'accent' : 'key';
}

/** The role farthest in hue from a ground, the hero's left out. */
export function partnerRole(palette: Palette, ground: Oklch, hero: ColourRole): ColourRole {
  const rest = (['second', 'accent', 'key'] as const).filter((role) => role !== hero);
  const apart = (role: ColourRole): number =>
    Math.abs(hueDistance(ground.h, palette[role].h)) * (palette[role].c > 0.03 ? 1 : 0.2);
  return rest.toSorted((one, other) => apart(other) - apart(one))[0] ?? 'second';
}
