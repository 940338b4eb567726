import { z } from 'zod';

/** The sixteen basic names of CSS. */
const NAMED = {
  aqua: '#00ffff',
  black: '#000000',
  blue: '#0000ff',
  fuchsia: '#ff00ff',
  gray: '#808080',
  green: '#008000',
  lime: '#00ff00',
  maroon: '#800000',
  navy: '#000080',
  olive: '#808000',
  purple: '#800080',
  red: '#ff0000',
  silver: '#c0c0c0',
  teal: '#008080',
  white: '#ffffff',
  yellow: '#ffff00',
};

const HEX = '#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})';
const hexOf = new Map<string, string>(Object.entries(NAMED));

/** A colour to draw with, with or without alpha; a name is its hex form once it was read. */
export const Colour = z
  .string()
  .regex(
    new RegExp(`^(?:${HEX}|${Object.keys(NAMED).join('|')})$`, 'i'),
    'expected a colour like #fff, #1a2b3c or #1a2b3c80, or a basic name like white',
  )
  .overwrite((written) => hexOf.get(written.toLowerCase()) ?? written);
