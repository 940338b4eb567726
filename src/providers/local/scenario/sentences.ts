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

/** The parts of a sentence that stand on their own: between semicolons, dashes, colons, and the members of a list. */
export function clausesOf(sentence: string): readonly string[] {
  const whole = sentence.replace(/[\s.!。！।؟]+$/u, '');
  const parts = whole.split(/\s*[;:；：]\s+|\s+[—–-]\s+|\s*[,،、，]\s*(?:and\s+|ve\s+)?/u).map((part) => part.trim());
  return parts.filter((part) => part !== '');
}

/** Words a line must not end on, once the rest of it is gone. */
const DANGLING = new Set(
  'a an the and or but so of to for with from in on at by as that which who while when where your our its their my this these is are was be not no every each all more most than up over under about only just very ve ile için bir bu şu da de ki ama veya gibi kadar'.split(
    ' ',
  ),
);

/** Words after which leaving out the rest would change what is said. */
const BINDING =
  /\b(?:not|no|never|without|only|unless|except|if|up to|almost|nearly|less|fewer|değil|yok|asla|sadece|yalnızca)\b/iu;

/** Where an English sentence may end early and still be true: before these, best first. */
const CUTS: readonly RegExp[] = [
  /\s*[,;]\s*/u,
  /\s+(?:and|so|while|which|because|whether)\s+/iu,
  /\s+(?:for|with|from|in|on|at|by|to|than)\s+/iu,
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
  for (const cut of mayCutPhrases ? CUTS : CUTS.slice(0, 1)) {
    const heads = headsBefore(clean, cut).filter((head) => head.length <= max && isWhole(head));
    const best = heads.at(-1);
    if (best !== undefined && !BINDING.test(clean.slice(best.length))) return best;
  }
  return null;
}

function headsBefore(sentence: string, cut: RegExp): readonly string[] {
  return [...sentence.matchAll(new RegExp(cut.source, 'giu'))].map((match) => sentence.slice(0, match.index).trim());
}

function isWhole(head: string): boolean {
  const words = head.split(' ');
  const last = words.at(-1)?.toLowerCase() ?? '';
  return words.length >= 3 && !DANGLING.has(last) && !/\d$/.test(last);
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
