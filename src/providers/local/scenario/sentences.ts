/** The sentences of a text, cleaned of list marks and of what only describes the film that is wanted. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .slice(0, 20_000)
    .split(/[\r\n]+/)
    .map((line) => line.replace(/^\s*(?:[-*•–—#>]+|\d{1,2}[.)])\s+/, '').trim())
    .filter((line) => line !== '')
    .flatMap((line) =>
      [...new Intl.Segmenter('und', { granularity: 'sentence' }).segment(line)].map((part) => part.segment.trim()),
    )
    .map(withoutOrder)
    .filter((sentence) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(sentence));
}

const ORDER =
  /^(?:please\s+)?(?:(?:make|create|produce|generate|write|i\s+(?:want|need)|we\s+(?:want|need))\s+(?:me\s+|us\s+)?)?(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,4}?(?:video|film|clip|ad|advert|commercial|reel|short|spot)\s+(?:about|for|on|of|that\s+(?:promotes|shows|explains|introduces))\s+/i;

/** "A 15 second video about our new shop" is about our new shop. */
function withoutOrder(sentence: string): string {
  return sentence.replace(ORDER, '');
}

/** Beginnings of clauses that say nothing without the rest of their sentence. */
const LEANING =
  /^(?:or|but|which|that|who|whose|because|while|then|of which|of whom|as|when|if|where|after|before|until|since|although|though|including|such as|with|ama|veya|ki)\b/iu;

/** Whether a sentence opens with a condition, so that its parts are only true together. */
export function isConditional(sentence: string): boolean {
  return /^(?:when|if|as|while|although|though|once|until|after|before|since|eğer)\b/iu.test(sentence);
}

/** "… reads amount, date and tax": the commas divide words, not statements. */
function endsInNounList(sentence: string): boolean {
  const words = /,\s*([\p{L}-]+(?:\s[\p{L}-]+)?)\s+(?:and|or|ve|veya)\s+([\p{L}-]+(?:\s[\p{L}-]+)?)$/u.exec(sentence);
  return words !== null && !/^[a-z]{3,}s\s/.test(words[1] ?? '') && !/^[a-z]{3,}s\s/.test(words[2] ?? '');
}

/** The parts of a sentence that stand on their own: between semicolons, dashes, colons, the members of a list, verbs joined by "and". */
export function clausesOf(sentence: string): readonly string[] {
  const whole = sentence.replace(/[\s.!。！।؟]+$/u, '');
  if (isConditional(whole)) return [whole];
  const marks = endsInNounList(whole)
    ? /\s*[;:；：]\s+|\s+[—–-]\s+/u
    : /\s*[;:；：]\s+|\s+[—–-]\s+|\s*[,،、，]\s*(?:(?:and|so|ve)\s+)?/u;
  const parts = whole
    .split(marks)
    .flatMap((part) => (/^\p{Lu}?[a-z]+s\s/u.test(part) ? part.split(/\s+and\s+(?=(?:it\s+)?[a-z]{3,}s\s\S)/) : [part]))
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const leaning = parts.filter((part, place) => place > 0 && LEANING.test(part));
  if (leaning.some((part) => BINDING.test(part))) return [whole];
  return joinShort(parts.filter((part) => !leaning.includes(part)));
}

/** Members of one or two words go with their neighbour: "Flat white, filter". */
function joinShort(parts: readonly string[]): readonly string[] {
  return parts.reduce<readonly string[]>((joined, part) => {
    const before = joined.at(-1);
    const isShort = (text: string): boolean => text.split(' ').length <= 2 && /\p{Script=Latin}/u.test(text);
    if (before !== undefined && isShort(part) && isShort(before.split(', ').at(-1) ?? ''))
      return [...joined.slice(0, -1), `${before}, ${part}`];
    return [...joined, part];
  }, []);
}

/** Words a line must not end on, once the rest of it is gone. */
const DANGLING = new Set(
  'a an the and or but so of to for with from in on at by as that which who while when where your our its their my this these is are was be not no without every each all more most than up over under about only just very keeps starts stops ve ile için bir bu şu da de ki ama veya gibi kadar'.split(
    ' ',
  ),
);

/** Words after which leaving out the rest would change what is said. */
export const BINDING =
  /\b(?:not|no|never|without|only|unless|except|if|up to|almost|nearly|less|fewer|değil|yok|asla|sadece|yalnızca)\b/iu;

/** Where an English sentence may end early and still be true: before these, best first. */
const CUTS: readonly RegExp[] = [
  /\s*[,;]\s*/u,
  /\s+(?:and|so|while|which|because|whether)\s+/iu,
  /\s+(?:for|with|from|in|on|at|by|to|than|between|after|before|during|near|across|into|through|against|since|until|[a-z]{3,}ing)\s+/iu,
];

/**
 * A sentence in at most `max` characters, or null where it cannot be had without saying something else.
 *
 * Never cuts inside a word. `mayCutPhrases` is for languages whose verb comes early; elsewhere only whole clauses are taken.
 */
export function shorten(
  sentence: string,
  max: number,
  { mayCutPhrases }: { readonly mayCutPhrases: boolean },
): string | null {
  const clean = sentence
    .replaceAll(/\s+/g, ' ')
    .replace(/[\s.。।,;:]+$/u, '')
    .trim();
  if (clean.length <= max) return clean;
  if (isConditional(clean)) return null;
  const cuts = mayCutPhrases ? (endsInNounList(clean) ? CUTS.slice(1) : CUTS) : CUTS.slice(0, 1);
  for (const cut of cuts) {
    const heads = headsBefore(clean, cut).filter(
      (head) => head.length <= max && isWhole(head, clean.slice(head.length)),
    );
    const best = heads.at(-1);
    if (best !== undefined && !BINDING.test(clean.slice(best.length))) return best;
  }
  return null;
}

function headsBefore(sentence: string, cut: RegExp): readonly string[] {
  return [...sentence.matchAll(new RegExp(cut.source, 'giu'))].map((match) => sentence.slice(0, match.index).trim());
}

/** Whether there may be a verb: "The happy children" is nothing without what they do. */
const HAS_VERB = /\b(?:is|are|was|were|has|have|had|can|will|may|must|\p{L}{2,}(?:ed|es|[kltprnd]s))\b/u;

function isWhole(head: string, tail: string): boolean {
  const words = head.split(' ');
  if (words.length < 3 || DANGLING.has(words.at(-1)?.toLowerCase() ?? '')) return false;
  if (/^(?:the|an?|our|my|your|its|their|on|in|at|every|each|all|most|some)\s/i.test(head) && !HAS_VERB.test(head))
    return false;
  if (/^\s+to\s/.test(tail) && /\bfrom\b/i.test(head)) return false; // from 8 to 22
  return !(/^\s+and\s/.test(tail) && /\b(?:between|both)\b/i.test(head));
}

/** The first words of a text that fit, with an ellipsis: for languages we know nothing of, where a line is better than none. */
export function firstWords(text: string, max: number): string {
  const clean = text.replaceAll(/\s+/g, ' ').trim();
  if (clean.length <= max) return clean;
  const pieces = [...new Intl.Segmenter('und', { granularity: 'word' }).segment(clean)].map((part) => part.segment);
  let line = '';
  for (const piece of pieces) {
    if (line.length + piece.length > max - 1) break;
    line += piece;
  }
  return line.trim() === '' ? '' : `${line.trim().replace(/[,;:、，،]$/u, '')}…`;
}
