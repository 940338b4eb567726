import { createRequire } from 'node:module';

/** A script that a font covers, by its ISO 15924 code; `Zsye` is emoji. */
type Script = 'Latn' | 'Arab' | 'Deva' | 'Jpan' | 'Hans' | 'Kore' | 'Zsye';

/** A font file that npm brought. */
export interface FontFile {
  /** Names this file of this version of its package, in an address: `instrument-sans-0.4.2-600`. */
  readonly id: string;
  /** The family name inside the file. */
  readonly family: string;
  /** 400, 500, 600 or 700. */
  readonly weight: number;
  readonly script: Script;
  readonly path: string;
}

const WEIGHTS = { 400: 'Regular', 500: 'Medium', 600: 'SemiBold', 700: 'Bold' } as const;

const FAMILIES = [
  {
    family: 'Instrument Sans',
    script: 'Latn',
    package: 'instrument-sans',
    file: 'InstrumentSans',
    weights: [400, 500, 600, 700],
  },
  { family: 'Noto Sans', script: 'Latn', package: 'noto-sans', file: 'NotoSans', weights: [400, 500, 600, 700] },
  {
    family: 'Noto Sans Arabic',
    script: 'Arab',
    package: 'noto-sans-arabic',
    file: 'NotoSansArabic',
    weights: [400, 500, 600, 700],
  },
  {
    family: 'Noto Sans Devanagari',
    script: 'Deva',
    package: 'noto-sans-devanagari',
    file: 'NotoSansDevanagari',
    weights: [400, 500, 600, 700],
  },
  {
    family: 'Noto Sans JP',
    script: 'Jpan',
    package: 'noto-sans-jp',
    file: 'NotoSansJP',
    weights: [400, 500, 600, 700],
  },
  {
    family: 'Noto Sans SC',
    script: 'Hans',
    package: 'noto-sans-sc',
    file: 'NotoSansSC',
    weights: [400, 500, 600, 700],
  },
  {
    family: 'Noto Sans KR',
    script: 'Kore',
    package: 'noto-sans-kr',
    file: 'NotoSansKR',
    weights: [400, 500, 600, 700],
  },
  { family: 'Noto Color Emoji', script: 'Zsye', package: 'noto-color-emoji', file: 'NotoColorEmoji', weights: [400] },
] as const;

const require = createRequire(import.meta.url);

const versionOf = (name: string): string =>
  (require(`@expo-google-fonts/${name}/package.json`) as { readonly version: string }).version;

/** Every font text is set in, upright, in the order a missing glyph is looked for; the first is the house's own face. */
export const fontFiles: readonly FontFile[] = FAMILIES.flatMap(({ family, script, package: name, file, weights }) =>
  weights.map((weight) => ({
    id: `${name}-${versionOf(name)}-${String(weight)}`,
    family,
    weight,
    script,
    path: require.resolve(
      `@expo-google-fonts/${name}/${String(weight)}${WEIGHTS[weight]}/${file}_${String(weight)}${WEIGHTS[weight]}.ttf`,
    ),
  })),
);
