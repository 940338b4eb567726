import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Rgb = readonly [number, number, number];

const css = readFileSync(new URL('../src/web/styles.css', import.meta.url), 'utf8');

/** The colours of a theme, as linear light. */
function themeColours(theme: 'dark' | 'light'): (name: string) => Rgb {
  const block = new RegExp(`\\[data-theme='${theme}'\\] \\{\\n  color-scheme[^}]*`).exec(css)?.[0] ?? '';
  return (name) => {
    const found = new RegExp(`--${name}: oklch\\(([\\d.]+) ([\\d.]+) ([\\d.]+)\\)`).exec(block);
    if (!found) throw new Error(`no --${name} in ${theme}`);
    return fromOklch(Number(found[1]), Number(found[2]), Number(found[3]));
  };
}

/** CSS Color 4, section 18: OKLCH to linear sRGB, cut to what a screen shows. */
function fromOklch(lightness: number, chroma: number, hue: number): Rgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const cut = (value: number) => Math.min(Math.max(value, 0), 1);
  return [
    cut(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    cut(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    cut(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** WCAG 2.2: from 1 to 21. */
function contrast(one: Rgb, other: Rgb): number {
  const [dark = 0, bright = 0] = [one, other]
    .map(([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b)
    .toSorted((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

const grounds = ['room', 'panel', 'raise', 'lift'];
const words = ['ink', 'ink2', 'ink3', 'tally-text', 'work-text', 'done-text', 'err-text'];

for (const theme of ['dark', 'light'] as const) {
  const colour = themeColours(theme);
  const ratio = (one: string, other: string) => contrast(colour(one), colour(other));

  test(`in the ${theme} theme every word stands out 4.5 to 1 from every ground`, () => {
    const pairs = [
      ...grounds.flatMap((ground) => words.map((word) => [word, ground] as const)),
      ...['ink', 'ink2', 'ink3'].flatMap((word) => ['field', 'well'].map((ground) => [word, ground] as const)),
      ['tally-ink', 'tally'] as const,
      ['room', 'ink'] as const,
    ];
    const weak = pairs.filter(([word, ground]) => ratio(word, ground) < 4.5);
    expect(weak.map(([word, ground]) => `${word} on ${ground}: ${ratio(word, ground).toFixed(2)}`)).toEqual([]);
  });

  test(`in the ${theme} theme outlines of fields and bars of states stand out 3 to 1`, () => {
    const pairs = [
      ...['edge', 'err'].flatMap((line) => ['field', 'panel', 'room'].map((ground) => [line, ground] as const)),
      ...['work', 'done', 'err'].flatMap((bar) => ['room', 'panel', 'lift'].map((ground) => [bar, ground] as const)),
    ];
    const weak = pairs.filter(([line, ground]) => ratio(line, ground) < 3);
    expect(weak.map(([line, ground]) => `${line} on ${ground}: ${ratio(line, ground).toFixed(2)}`)).toEqual([]);
  });

  test(`in the ${theme} theme the red button carries its words`, () => {
    const word: Rgb = theme === 'dark' ? [0, 0, 0] : [1, 1, 1];
    expect(contrast(word, colour('err'))).toBeGreaterThanOrEqual(4.5);
  });
}
