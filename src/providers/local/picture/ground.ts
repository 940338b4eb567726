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

/** Whether a colour stands in the film's own list, and was not added for want of one. */
export function isGiven(palette: Palette, colour: Oklch): boolean {
  return palette.source.some((hex) => {
    const given = oklchFromHex(hex);
    return (
      given !== null &&
      given.c > 0.03 &&
      Math.abs(hueDistance(given.h, colour.h)) < 4 &&
      Math.abs(given.l - colour.l) < 0.03
    );
  });
}

/**
 * The role farthest in hue from a ground, the hero's left out. Where several colours were given, one of those or the
 * hero's own again: a film in browns is meant to be in browns.
 */
export function partnerRole(palette: Palette, ground: Oklch, hero: ColourRole): ColourRole {
  const rest = (['second', 'accent', 'key'] as const).filter((role) => role !== hero);
  const apart = (role: ColourRole): number =>
    Math.abs(hueDistance(ground.h, palette[role].h)) * (palette[role].c > 0.03 ? 1 : 0.2);
  const given = rest.filter((role) => isGiven(palette, palette[role]));
  if (given.length === 0 && palette.source.length > 1) return hero;
  return (given.length > 0 ? given : rest).toSorted((one, other) => apart(other) - apart(one))[0] ?? 'second';
}
