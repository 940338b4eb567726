/** A piece of a text: space, or a word with what stands around its letters. */
export interface TextPiece {
  readonly text: string;
  /** The key it stands for as a placeholder; null for space and signs. */
  readonly key: string | null;
  readonly isPlaceholder: boolean;
}

const PIECES = /\{\{[^{}]+\}\}|[\p{L}\p{N}\p{M}_'’-]+|[^\p{L}\p{N}\p{M}_'’{-]+|./gsu;

/** A text as words that can each be made a placeholder, and what lies between them; joined they are the text. */
export function piecesOf(text: string): readonly TextPiece[] {
  return [...text.matchAll(PIECES)].map(([piece]): TextPiece => {
    const inside = /^\{\{\s*([^{}]+?)\s*\}\}$/.exec(piece)?.[1];
    if (inside !== undefined) return { text: piece, key: inside, isPlaceholder: true };
    const key = keyOf(piece);
    return { text: piece, key: key === '' ? null : key, isPlaceholder: false };
  });
}

/**
 * The text with one of its words as a placeholder, or with the placeholder as the word again.
 *
 * @param word what stands in the place of a placeholder; its key where nothing better is known
 */
export function turnPiece(text: string, place: number, word?: string): string {
  return piecesOf(text)
    .map((piece, index) => {
      if (index !== place || piece.key === null) return piece.text;
      return piece.isPlaceholder ? (word ?? piece.key) : `{{${piece.key}}}`;
    })
    .join('');
}

/** A word as the name of a placeholder: in small letters, without signs. */
const keyOf = (word: string): string =>
  word
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('i\u0307', 'i') // of İ
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^\p{L}\p{N}\p{M}_]+/gu, '_')
    .replaceAll(/^_+|_+$/g, '');
