import { scriptsIn, type WrittenScript } from './scripts.ts';

/** A font as far as it is chosen by: several weights share one family. */
interface Choosable {
  readonly family: string;
  readonly weight: number;
  /** Null where it is not known what it covers. */
  readonly script: WrittenScript | null;
}

/**
 * The fonts a text needs, and no other: of each family of its scripts, and of the one it asks for, the face nearest in
 * weight. They stay in the order in which a missing glyph is looked for.
 */
export function chooseFonts<Font extends Choosable>(
  fonts: readonly Font[],
  text: { readonly text: string; readonly fontFamily: string; readonly fontWeight: number },
): readonly Font[] {
  const scripts = scriptsIn(text.text);
  return fonts.filter(
    ({ family, script, weight }) =>
      ((script !== null && scripts.has(script)) || family === text.fontFamily) &&
      weight === nearestWeight(fonts, family, text.fontWeight),
  );
}

function nearestWeight(fonts: readonly Choosable[], family: string, weight: number): number {
  const weights = fonts.filter((font) => font.family === family).map((font) => font.weight);
  return weights.reduce(
    (best, one) => (Math.abs(one - weight) < Math.abs(best - weight) ? one : best),
    weights[0] ?? 400,
  );
}
