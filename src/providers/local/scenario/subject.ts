import type { Wording } from './wording/wording.ts';

const OPENING = /^(?:the|our|a|an|this|new|introducing|meet|say hello to)\s+/i;

/** Verbs of things; any word in s would take "Crispy chickpeas" for a sentence. */
const THING_VERBS =
  'keeps|makes|turns|helps|saves|gives|brings|holds|cleans|finds|protects|cuts|takes|lets|stops|shows|charges|tracks|connects|delivers|stores|heats|cools|weighs|lasts';
const THING_PHRASE = new RegExp(String.raw`^(${THING_VERBS})\s+(.+)$`);
const VERB = new RegExp(
  `^(?:is|are|has|was|will|can|does|works|comes|fits|offers|sells|roasts|builds|teaches|${THING_VERBS})$`,
);

/** The name a brief gives its subject where nobody filled the field: its first capitalised words before a verb, or a word like EcoBottle. */
export function nameIn(sentences: readonly string[], wording: Wording | null): string | null {
  const quoted = sentences.join(' ').match(/[“"«]([^”"»]{2,30})[”"»]/u)?.[1];
  if (quoted !== undefined && quoted.split(' ').length <= 3) return quoted.replace(/[.,!?]$/, '');
  const first = sentences[0] ?? '';
  if (wording?.locale === 'en') {
    const words = first.replace(OPENING, '').split(' ').slice(0, 4);
    const verbAt = words.findIndex((word) => VERB.test(word.replace(/,$/, '')));
    const name = words.slice(0, verbAt < 0 ? 0 : verbAt);
    if (
      name.length > 0 &&
      name.every((word) => /^[\p{Lu}\d]/u.test(word)) &&
      !/^(?:It|He|She|This|That|What|Who|Life|Everyone|Nobody)$/.test(name[0] ?? '')
    ) {
      return name.join(' ').replace(/[,']s?$/, '');
    }
  }
  if (wording?.locale === 'tr') {
    const name = /^([\p{Lu}\d][\p{L}\d]*(?:\s[\p{Lu}\d][\p{L}\d]*)?),\s/u.exec(first)?.[1];
    if (name !== undefined) return name;
  }
  return sentences.join(' ').match(/(?<![\p{L}\d.@/])\p{Lu}?\p{Ll}+\p{Lu}\p{L}*/u)?.[0] ?? null;
}

const PRONOUN = /^(?:it|they)(?:'s|’s|'re|’re| is| are)?\s+(?=\S)/i;
const HAS = /^(?:has|have|comes with|features|includes|offers|with)\s+(?=\S)/i;

/** A sentence without the subject everyone can see: "EcoBottle is made of steel" says "Made of steel". */
export function withoutSubject(sentence: string, name: string | null, wording: Wording | null): string {
  let rest = sentence
    .replaceAll(/\s+/g, ' ')
    .replace(/[\s.。।]+$/u, '')
    .trim();
  rest = rest.replace(/^(?:and|so|also|plus|ve|ayrıca)\s+/iu, '');
  if (wording?.locale === 'en') {
    const before = rest;
    if (name !== null && startsWith(stripOpening(rest), name))
      rest = stripOpening(rest)
        .slice(name.length)
        .replace(/^(?:'s|’s)?,?\s+/, '');
    else rest = rest.replace(PRONOUN, '');
    if (rest !== before) rest = rest.replace(/^(?:is|are)\s+(?=\S+)/i, '').replace(/^(?:also|just|simply)\s+/i, '');
    rest = rest.replace(HAS, '');
  }
  if (wording?.locale === 'tr' && name !== null && startsWith(rest, name))
    rest = rest.slice(name.length).replace(/^(?:['’]\p{L}+)?,?\s+/u, '');
  return capitalised(rest.trim(), wording);
}

/** For "EcoBottle keeps water cold": `{ verb: 'keeps', rest: 'water cold' }`; null for verbs that things do not do. */
export function verbPhrase(
  sentence: string,
  name: string | null,
): { readonly verb: string; readonly rest: string } | null {
  const opened = stripOpening(sentence.trim());
  const after = name !== null && startsWith(opened, name) ? opened.slice(name.length).trim() : null;
  const match = after === null ? null : THING_PHRASE.exec(after.replace(/[.!]+$/, ''));
  if (match?.[1] === undefined || match[2] === undefined) return null;
  return { verb: match[1], rest: match[2] };
}

/** With a capital letter, unless the word has its own spelling, as iPhone has. */
function capitalised(text: string, wording: Wording | null): string {
  if (text === '') return text;
  const first = text.split(' ')[0] ?? '';
  if (/^\p{Ll}+\p{Lu}/u.test(first)) return text;
  const letter = String.fromCodePoint(text.codePointAt(0) ?? 32);
  return letter.toLocaleUpperCase(wording?.locale ?? 'und') + text.slice(letter.length);
}

function stripOpening(sentence: string): string {
  return sentence.replace(OPENING, '').replace(/^new\s+/i, '');
}

function startsWith(text: string, name: string): boolean {
  return text.toLowerCase().startsWith(name.toLowerCase()) && !/^[\p{L}\d]/u.test(text.slice(name.length));
}
