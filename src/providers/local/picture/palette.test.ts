import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hueDistance, oklchFromHex, rgbFromOklch } from './oklch.ts';
import { paletteFrom, toned, type ColourRole } from './palette.ts';

const ROLES: readonly ColourRole[] = ['key', 'accent', 'second', 'neutral'];

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const hexes = fc.array(hex, { minLength: 0, maxLength: 8 });

/** The OKLCH a CSS colour of the palette really has. */
function readBack(css: string): { l: number; c: number; h: number } {
  const [red = 0, green = 0, blue = 0] = (css.match(/\d+/gu) ?? []).map(Number);
  const colour = oklchFromHex(`#${[red, green, blue].map((value) => value.toString(16).padStart(2, '0')).join('')}`);
  if (colour === null) throw new Error(`not a colour: ${css}`);
  return colour;
}

describe('palette', () => {
  test('any list of colours gives four roles whose tones have the lightness asked for', () => {
    fc.assert(
      fc.property(
        hexes,
        fc.constantFrom(...ROLES),
        fc.double({ min: 0.1, max: 0.98, noNaN: true }),
        (list, role, l) => {
          const css = paletteFrom(list, []).tone(role, l);
          expect(css).toMatch(/^rgb\(\d{1,3},\d{1,3},\d{1,3}\)$/u);
          expect(Math.abs(readBack(css).l - l)).toBeLessThan(l < 0.25 ? 0.03 : 0.012);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('a colour outside of what screens show keeps its lightness and hue and loses chroma alone', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.2, max: 0.9, noNaN: true }),
        fc.double({ min: 0, max: 360, noNaN: true }),
        (l, h) => {
          const [red, green, blue] = rgbFromOklch({ l, c: 0.4, h });
          const shown = readBack(`rgb(${red},${green},${blue})`);
          expect(Math.abs(shown.l - l)).toBeLessThan(0.012);
          expect(shown.c).toBeLessThanOrEqual(0.4);
          // Of a dark colour 8 bits hold few hues: one step there is up to five degrees.
          if (shown.c > 0.05) expect(Math.abs(hueDistance(shown.h, h))).toBeLessThan(l < 0.3 ? 6 : 4);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('the shadow of a yellow is brown, never olive', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 70, max: 118, noNaN: true }),
        fc.double({ min: 0.06, max: 0.2, noNaN: true }),
        fc.double({ min: 0.12, max: 0.32, noNaN: true }),
        (h, c, l) => {
          const shadow = toned({ l: 0.85, c, h }, l, 1);
          expect(shadow.h).toBeLessThan(88);
          expect(shadow.h).toBeGreaterThanOrEqual(28);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('dark grounds of a loud blue stay calm', () => {
    const palette = paletteFrom(['#0000ff'], []);
    expect(readBack(palette.tone('key', 0.2)).c).toBeLessThan(0.1);
    expect(readBack(palette.tone('key', 0.6)).c).toBeGreaterThan(0.15);
  });

  test('a ramp of lightness has no step in chroma', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 360, noNaN: true }),
        fc.double({ min: 0.02, max: 0.3, noNaN: true }),
        fc.double({ min: 0.02, max: 0.97, noNaN: true }),
        (h, c, l) => {
          expect(Math.abs(toned({ l: 0.6, c, h }, l, 1).c - toned({ l: 0.6, c, h }, l + 0.005, 1).c)).toBeLessThan(
            0.012,
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  test('the accent of a single colour lies across the wheel from it', () => {
    fc.assert(
      fc.property(hex, (only) => {
        const palette = paletteFrom([only], []);
        expect(Math.abs(hueDistance(palette.key.h, palette.accent.h))).toBeGreaterThanOrEqual(35);
        expect(palette.accent.c).toBeGreaterThan(0.08);
      }),
      { numRuns: 300 },
    );
  });

  test('the neutral carries the hue of the key and hardly any of its chroma', () => {
    fc.assert(
      fc.property(hexes, (list) => {
        const palette = paletteFrom(list, []);
        expect(palette.neutral.c).toBeLessThanOrEqual(0.018);
        expect(palette.neutral.h).toBe(palette.key.h);
      }),
      { numRuns: 200 },
    );
  });

  test('the first colour decides between light and dark, a tone word overrules it', () => {
    expect(paletteFrom(['#101030', '#ffffff'], []).scheme).toBe('dark');
    expect(paletteFrom(['#f6cdbb', '#2f8f6d'], []).scheme).toBe('light');
    expect(paletteFrom(['#101030'], ['Fresh']).scheme).toBe('light');
    expect(paletteFrom(['#f6cdbb'], ['gece']).scheme).toBe('dark');
  });

  test('nature takes the nearest role where one is near, else its own hue', () => {
    const green = paletteFrom(['#2f8f6d', '#f2b84b'], []);
    expect(Math.abs(hueDistance(green.nature(145).h, 163))).toBeLessThan(8);
    expect(paletteFrom(['#4b5bff'], []).nature(145).h).toBe(145);
  });

  test('colours that cannot be read are left out, and no colours at all still give a palette', () => {
    expect(paletteFrom(['rubbish', '#2f8f6d'], []).key).toEqual(paletteFrom(['#2f8f6d'], []).key);
    expect(paletteFrom([], []).key.c).toBeGreaterThan(0.05);
  });
});
