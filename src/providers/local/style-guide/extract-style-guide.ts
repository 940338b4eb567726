import type { StyleGuide, Tempo } from '#contract/style-guide.ts';
import type { StyleGuideRequest } from '../../provider.ts';
import { sentencesOf } from '../scenario/sentences.ts';
import {
  cameraPhrases,
  COLOURS,
  colourNames,
  doubtfulColourNames,
  PACE,
  tempoPhrases,
  tempoWords,
  toneWords,
} from './style-words.ts';
import { isRefusal, isWish, wishesIn } from './wishes.ts';

const MOST_COLOURS = 8;
const MOST_TONES = 6;
const LONGEST_VOICE = 600;

const VOICE =
  /\b(?:brand voice|tone of voice|our voice|we (?:speak|sound|write|talk|say)|speaks? (?:like|to|in)|sounds? like|write (?:in|as|like))\b|(?:^|\s)(?:marka dili|marka sesi|ses tonu|üslubumuz|dilimiz|konuşuruz|konuşur|hitap)/iu;

/**
 * The style guide a text tells: colours by code or name, words for tone and pace, camera phrases, what is always and what
 * is never wanted. English and Turkish. What the text does not say is left out; nothing is made up.
 */
export function extractStyleGuide({ text, colours }: StyleGuideRequest): StyleGuide {
  const sentences = sentencesOf(text);
  const wanted = sentences.filter((sentence) => !isRefusal(sentence));
  const { include, avoid } = wishesIn(sentences);
  const palette = [...new Set([...wanted.filter(speaksOfStyle).flatMap(coloursIn), ...colours])].slice(0, MOST_COLOURS);
  const tone = labelled(text, /^(?:tone(?: of voice)?|mood|ton|üslup|hava)$/iu) ?? joined(tonesIn(wanted));
  const camera = labelled(text, /^(?:camera(?: style)?|kamera)$/iu) ?? joined(phrasesIn(wanted, cameraPhrases));
  const voice = labelled(text, /^(?:brand voice|voice|marka dili|marka sesi)$/iu) ?? voiceIn(wanted);
  const tempo = tempoIn(wanted);
  return {
    ...(tone === null ? {} : { tone: tone.slice(0, 500) }),
    ...(palette.length === 0 ? {} : { color_palette: palette }),
    ...(tempo === null ? {} : { tempo }),
    ...(camera === null ? {} : { camera_style: camera.slice(0, 500) }),
    ...(voice === null ? {} : { brand_voice: voice.slice(0, LONGEST_VOICE) }),
    ...(include.length === 0 ? {} : { must_include: [...include] }),
    ...(avoid.length === 0 ? {} : { must_avoid: [...avoid] }),
  };
}

/** "Always show the green cap" asks for a cap, not for green. */
const speaksOfStyle = (sentence: string): boolean => !isWish(sentence) || COLOURS.test(sentence);

/** A line's beginning with single spaces, so that a long run of them can't be read in many ways. */
const oneSpaced = (line: string): string => line.slice(0, 1200).replaceAll(/\s+/g, ' ').trim();

/** What stands behind "Tone:" on a line of its own. */
function labelled(text: string, label: RegExp): string | null {
  for (const line of text.split(/[\r\n]+/)) {
    const [, name, value] = /^[\s*#>•–-]*([\p{L} ]{2,24}?)[\s*]*:[\s*]*(\S.*)$/u.exec(oneSpaced(line)) ?? [];
    if (name !== undefined && value !== undefined && label.test(name.trim()))
      return value.trim().replace(/[.\s]+$/, '');
  }
  return null;
}

/** In the order they are read: codes as they are, names as a colour of that name. */
function coloursIn(sentence: string): string[] {
  const found: { readonly at: number; readonly hex: string }[] = [];
  for (const match of sentence.matchAll(/#([0-9a-f]{6}|[0-9a-f]{3})(?![0-9a-z])/gi)) {
    const digits = (match[1] ?? '').toLowerCase();
    const hex = digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits;
    found.push({ at: match.index, hex: `#${hex}` });
  }
  for (const match of sentence.matchAll(/\brgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})/gi)) {
    const channels = match.slice(1, 4).map((channel) => Math.min(255, Number(channel)).toString(16).padStart(2, '0'));
    found.push({ at: match.index, hex: `#${channels.join('')}` });
  }
  const names = COLOURS.test(sentence) ? { ...colourNames, ...doubtfulColourNames } : colourNames;
  for (const [at, word] of wordsOf(sentence)) {
    if (/^\s*[(:=–-]?\s*(?:#|rgb)/i.test(sentence.slice(at + word.length))) continue; // "navy #1b2a4a": the code says it better
    const hex = Object.hasOwn(names, word) ? names[word as keyof typeof names] : undefined;
    if (hex !== undefined && !isDenied(sentence, at)) found.push({ at, hex });
  }
  return found.toSorted((a, b) => a.at - b.at).map(({ hex }) => hex);
}

function tonesIn(sentences: readonly string[]): string[] {
  return phrasesIn(sentences, toneWords).slice(0, MOST_TONES);
}

/** The phrases of a list that the sentences hold as whole words and not denied, in the order they are read. */
function phrasesIn(sentences: readonly string[], phrases: readonly string[]): string[] {
  const found = sentences.flatMap((sentence) => {
    const lower = lowerOf(sentence);
    return phrases
      .flatMap((phrase) => {
        const at = wordAt(lower, phrase);
        return at === -1 || isDenied(lower, at) || deniedAfter(lower, at + phrase.length) ? [] : [{ at, phrase }];
      })
      .filter(({ at, phrase }, _, all) => !all.some((other) => covers(other, { at, phrase })))
      .toSorted((a, b) => a.at - b.at)
      .map(({ phrase }) => phrase);
  });
  return [...new Set(found)];
}

type Place = { readonly at: number; readonly phrase: string };

/** "close-ups" says "close-up" already. */
function covers(longer: Place, { at, phrase }: Place): boolean {
  if (longer.phrase.length <= phrase.length) return false;
  return longer.at <= at && longer.at + longer.phrase.length >= at + phrase.length;
}

function tempoIn(sentences: readonly string[]): Tempo | null {
  const votes: Record<Tempo, number> = { fast: 0, medium: 0, slow: 0 };
  for (const sentence of sentences) {
    const lower = lowerOf(sentence);
    const phrase = tempoPhrases.find(([words]) => {
      const at = wordAt(lower, words);
      return at !== -1 && !isDenied(lower, at);
    });
    if (phrase) votes[phrase[1]] += 2;
    else if (PACE.test(sentence)) {
      for (const [at, word] of wordsOf(sentence)) {
        const tempo = Object.hasOwn(tempoWords, word) ? tempoWords[word] : undefined;
        if (tempo && !isDenied(lower, at)) votes[tempo] += 1;
      }
    }
  }
  const [first, second] = (Object.entries(votes) as [Tempo, number][]).toSorted(([, a], [, b]) => b - a);
  return first && second && first[1] > second[1] ? first[0] : null;
}

function voiceIn(sentences: readonly string[]): string | null {
  const said = sentences.filter((sentence) => VOICE.test(sentence)).slice(0, 3);
  return said.length === 0 ? null : said.join(' ');
}

/** "not", "never", "no", "less" up to two words before. */
function isDenied(sentence: string, at: number): boolean {
  return /(?:\b(?:not|never|no|without|isn[’']t|aren[’']t|don[’']t|avoid|less)\s+(?:\S+\s+){0,2})$/i.test(
    sentence.slice(Math.max(0, at - 60), at),
  );
}

/** Turkish denies behind the word: "resmi değil". */
const deniedAfter = (sentence: string, at: number): boolean => /^\p{L}*\s+değil/iu.test(sentence.slice(at, at + 20));

/** Where a phrase stands as whole words, or -1. */
function wordAt(text: string, phrase: string): number {
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) {
    const [before, after] = [text[at - 1] ?? ' ', text[at + phrase.length] ?? ' '];
    if (!/[\p{L}\p{N}-]/u.test(before) && !/[\p{L}\p{N}-]/u.test(after)) return at;
  }
  return -1;
}

function* wordsOf(sentence: string): Generator<readonly [at: number, word: string]> {
  for (const match of sentence.matchAll(/\p{L}+/gu)) yield [match.index, lowerOf(match[0])];
}

/** Turkish's capital I with a dot must not become two characters. */
const lowerOf = (text: string): string => text.replaceAll('İ', 'i').toLowerCase();

const joined = (words: readonly string[]): string | null => (words.length === 0 ? null : words.join(', '));
