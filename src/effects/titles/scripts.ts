/** A script a font may be needed for, by its ISO 15924 code; `Zsye` is emoji. */
export type WrittenScript = 'Latn' | 'Arab' | 'Deva' | 'Jpan' | 'Hans' | 'Kore' | 'Zsye';

const marks: readonly (readonly [WrittenScript, RegExp])[] = [
  ['Arab', /\p{Script=Arabic}/u],
  ['Deva', /\p{Script=Devanagari}/u],
  // Kana say that it is Japanese; ideographs and full-width signs alone are set in the Chinese font, which has the most of them.
  ['Jpan', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['Hans', /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u],
  ['Kore', /\p{Script=Hangul}/u],
  ['Zsye', /\p{Emoji_Presentation}|\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u],
];

/** The scripts a text is written in, so that only their fonts are loaded: each of the Chinese, Japanese and emoji fonts is some 10 MB. Latin is always one. */
export function scriptsIn(text: string): ReadonlySet<WrittenScript> {
  return new Set<WrittenScript>(['Latn', ...marks.filter(([, mark]) => mark.test(text)).map(([script]) => script)]);
}

/** Letters of these join or stack: spacing them out, or in, would break them. */
export function joinsLetters(text: string): boolean {
  return /[\p{Script=Arabic}\p{Script=Devanagari}]/u.test(text);
}

/** Whether a line reads from right to left: by its first letter that has a direction. */
export function readsFromRight(line: string): boolean {
  const first = /\p{L}/u.exec(line)?.[0];
  return (
    first !== undefined &&
    /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(first)
  );
}
