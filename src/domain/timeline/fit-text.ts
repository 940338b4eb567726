import { widthEm } from './text-width.ts';

/** Lines broken so that they fit, and the size they fit at. */
export interface FittedText {
  readonly lines: readonly string[];
  readonly fontSize: number;
  /** Of the longest line, in pixels, on the safe side. */
  readonly width: number;
}

/** The room for a text, in pixels; `unit` is the short side of the frame, of which sizes are shares. */
export interface TextRoom {
  readonly width: number;
  readonly height: number;
  readonly unit: number;
  /** Lines there may be before the text gets smaller than `LEAST_SHARE`. */
  readonly preferredLines: number;
}

/** Of the font size; headlines are set tight. */
export const HEADLINE_LINE_HEIGHT = 1.06;

const LEAST_SHARE = 0.06; // below this a phone at arm's length makes reading work
const MOST_LINES = 12;
const WORTH_A_LINE = 1.3; // a short headline stays on one line unless a second makes it so much larger

/** The largest setting of a text in its room: two even lines where they do, more and smaller ones for long texts. */
export function fitText(text: string, room: TextRoom): FittedText {
  const paragraphs = text.split('\n').map((paragraph) => paragraph.trim());
  const pieces = paragraphs.filter((paragraph) => paragraph !== '').map((paragraph) => splitToFit(paragraph, room));
  if (pieces.length === 0) return { lines: [], fontSize: room.unit * LEAST_SHARE, width: 0 };
  let best: FittedText | undefined;
  for (let lineCount = pieces.length; lineCount <= Math.max(MOST_LINES, pieces.length); lineCount++) {
    const fitted = atLineCount(pieces, lineCount, room);
    const worthALine = best !== undefined && best.fontSize >= room.unit * LEAST_SHARE ? WORTH_A_LINE : 1.02;
    if (best === undefined || fitted.fontSize > best.fontSize * worthALine) best = fitted;
    if (lineCount >= room.preferredLines && best.fontSize >= room.unit * LEAST_SHARE) break;
  }
  return best ?? { lines: [text], fontSize: room.unit * LEAST_SHARE, width: room.width };
}

/** Display sizes: the fewer letters on a line, the larger. Shares of the short side. */
function largestShare(longestCharacters: number): number {
  if (longestCharacters <= 15) return 0.115;
  return longestCharacters <= 20 ? 0.096 : 0.085;
}

function atLineCount(pieces: readonly (readonly string[])[], lineCount: number, room: TextRoom): FittedText {
  const spare = lineCount - pieces.length;
  const longest = pieces.reduce(
    (widest, piece, place) => (lineEm(piece) > lineEm(pieces[widest] ?? []) ? place : widest),
    0,
  );
  const lines = pieces.flatMap((piece, place) => breakEvenly(piece, place === longest ? 1 + spare : 1));
  const widest = Math.max(...lines.map(widthEm), 0.1);
  const characters = Math.max(...lines.map((line) => line.length));
  const fontSize = Math.floor(
    Math.min(
      largestShare(characters) * room.unit,
      room.width / widest,
      room.height / (lines.length * HEADLINE_LINE_HEIGHT),
    ),
  );
  return { lines, fontSize: Math.max(8, fontSize), width: widest * Math.max(8, fontSize) };
}

function lineEm(words: readonly string[]): number {
  return widthEm(words.join(''));
}

/** Pieces a line may be broken between, each with its own trailing space; scripts without spaces break at every character. */
function splitToFit(paragraph: string, room: TextRoom): readonly string[] {
  const longestEm = room.width / (room.unit * LEAST_SHARE);
  return (paragraph.match(/\S+\s*/gu) ?? []).flatMap((word) => {
    const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(word);
    if (!unspaced && widthEm(word) <= longestEm) return [word];
    return graphemes(word);
  });
}

function graphemes(word: string): readonly string[] {
  const segments = [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(word)].map(
    (part) => part.segment,
  );
  // Closing marks and small kana never begin a line.
  return segments.reduce<string[]>((parts, segment) => {
    const previous = parts.at(-1);
    if (previous !== undefined && /^[\s、。，．！？」』）ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ.,!?]/u.test(segment))
      parts[parts.length - 1] = previous + segment;
    else parts.push(segment);
    return parts;
  }, []);
}

/** Above this a text is no headline, and the best of all ways to break it is not worth looking for. */
const MOST_WORDS_WEIGHED = 40;

/** Breaks into at most `count` lines: the widest as narrow as can be, at the end of a phrase rather than after a small word. */
function breakEvenly(words: readonly string[], count: number): readonly string[] {
  const widths = words.map(widthEm);
  const ends = words.length > MOST_WORDS_WEIGHED ? endsByFilling(widths, count) : endsByWeighing(words, widths, count);
  return ends.map((end, place) =>
    words
      .slice((ends[place - 1] ?? -1) + 1, end + 1)
      .join('')
      .trim(),
  );
}

/** The last word of each line where lines are filled one after the other, as narrow as `count` of them allow. */
function endsByFilling(widths: readonly number[], count: number): readonly number[] {
  let low = Math.max(...widths);
  let high = widths.reduce((sum, width) => sum + width, 0);
  let ends = filledTo(widths, high);
  while (high - low > 0.05) {
    const middle = (low + high) / 2;
    const tried = filledTo(widths, middle);
    if (tried.length <= count) [ends, high] = [tried, middle];
    else low = middle;
  }
  return ends;
}

function filledTo(widths: readonly number[], most: number): readonly number[] {
  const ends: number[] = [];
  let line = 0;
  for (const [place, width] of widths.entries()) {
    if (line > 0 && line + width > most) {
      ends.push(place - 1);
      line = 0;
    }
    line += width;
  }
  return [...ends, widths.length - 1];
}

function endsByWeighing(words: readonly string[], widths: readonly number[], count: number): readonly number[] {
  interface Way {
    readonly cost: number;
    readonly widest: number;
    readonly breaks: readonly number[];
  }
  const before = widths.reduce<number[]>((sums, width) => [...sums, (sums.at(-1) ?? 0) + width], [0]);
  const span = (from: number, to: number): number => (before[to + 1] ?? 0) - (before[from] ?? 0);
  let ways: (Way | undefined)[] = words.map((_, end) => ({ cost: 0, widest: span(0, end), breaks: [] }));
  for (let line = 1; line < Math.min(count, words.length); line++) {
    const further: (Way | undefined)[] = words.map(() => undefined);
    for (let end = line; end < words.length; end++) {
      for (let last = line - 1; last < end; last++) {
        const head = ways[last];
        if (head === undefined) continue;
        const widest = Math.max(head.widest, span(last + 1, end));
        const cost = head.cost + breakCost(words[last] ?? '');
        const known = further[end];
        if (known === undefined || widest + cost < known.widest + known.cost)
          further[end] = { cost, widest, breaks: [...head.breaks, last] };
      }
    }
    ways = further;
  }
  return [...(ways[words.length - 1]?.breaks ?? []), words.length - 1];
}

/** In em: how much wider a line may get to avoid a break here. */
function breakCost(word: string): number {
  const letters = word.trim();
  if (/[.!?:;,。、！？]$/u.test(letters)) return 0;
  return letters.length <= 3 ? 1.6 : 0.8;
}
