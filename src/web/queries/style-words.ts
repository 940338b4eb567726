import type { StyleGuide, Tempo } from '#contract/style-guide.ts';

/** A style guide as it is edited: every field is there, empty where nothing is said. */
export interface StyleWords {
  readonly tone: string;
  readonly color_palette: readonly string[];
  readonly tempo: Tempo | '';
  readonly camera_style: string;
  readonly brand_voice: string;
  readonly must_include: readonly string[];
  readonly must_avoid: readonly string[];
}
export type StyleField = keyof StyleWords;

/** The fields, in the order they are shown. */
export const styleFields: readonly StyleField[] = [
  'tone',
  'color_palette',
  'tempo',
  'camera_style',
  'brand_voice',
  'must_include',
  'must_avoid',
];

/** A style guide with nothing left out. */
export const styleWordsOf = (guide: StyleGuide): StyleWords => ({
  tone: guide.tone ?? '',
  color_palette: guide.color_palette ?? [],
  tempo: guide.tempo ?? '',
  camera_style: guide.camera_style ?? '',
  brand_voice: guide.brand_voice ?? '',
  must_include: guide.must_include ?? [],
  must_avoid: guide.must_avoid ?? [],
});

/** The same as it is stored: what says nothing is left out. */
export const styleGuideOf = (words: StyleWords): StyleGuide =>
  Object.fromEntries(Object.entries(words).filter(([, value]) => value.length > 0)) as StyleGuide;

/** The fields of another guide that say something, and something else than this one. */
export function changedStyleFields(before: StyleGuide, after: StyleGuide): readonly StyleField[] {
  const [mine, theirs] = [styleWordsOf(before), styleWordsOf(after)];
  return styleFields.filter((field) => theirs[field].length > 0 && !isSame(mine[field], theirs[field]));
}

const isSame = (one: string | readonly string[], other: string | readonly string[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
