/** What a text wants to see, and what it does not. */
export interface Wishes {
  readonly include: readonly string[];
  readonly avoid: readonly string[];
}

/** A sentence that only says what is unwanted: its colours and tones are no part of the style. */
export const isRefusal = (sentence: string): boolean => refusals.some(({ lead }) => lead.test(sentence));

/** A sentence that asks for a thing to be seen. */
export const isWish = (sentence: string): boolean => wants.some(({ lead }) => lead.test(sentence));

const VERB = /^(?:use|using|show|showing|include|including|feature|mention|display|depict|add|have|put|write|say)\s+/i;

interface Lead {
  /** Where the sentence begins to say it; what comes after (or, in Turkish, around) is what is meant. */
  readonly lead: RegExp;
  /** A verb at the end that belongs to the saying. */
  readonly tail?: RegExp;
}

const refusals: readonly Lead[] = [
  { lead: /^(?:.{0,60}?\b(?:we|you|it|they|please|and|but)\s+)?(?:must|should|can)?\s*never\s+/i },
  { lead: /^(?:please\s+)?(?:avoid|no|without)\s+/i },
  { lead: /^(?:please\s+)?(?:do\s+not|don[’']t|must\s+not|mustn[’']t|should\s+not)\s+/i },
  { lead: /^.{0,60}?\b(?:must|should)(?:\s+not|n[’']t)\s+/i },
  {
    lead: /^asla\s+/iu,
    tail: /\s+(?:kullan|göster|yap|yaz|ekle)(?:ma|me|mayın|meyin|mayız|meyiz|ılmaz|ilmez|maz|mez)\S*$/iu,
  },
  {
    lead: /^(?=.+\s(?:kullanma|gösterme|kullanmayın|göstermeyin|kaçının|kaçın)\S*\s*[.!]?$)/iu,
    tail: /(?:dan|den|tan|ten)?\s+(?:kullanmayın|göstermeyin|kullanma|gösterme|kaçının|kaçın)$/iu,
  },
];

const wants: readonly Lead[] = [
  { lead: /^.{0,60}?\balways\s+/i },
  { lead: /^(?:.{0,60}?\b)?must\s+(?:always\s+)?(?=(?:include|show|feature|mention|have|use|display)\b)/i },
  { lead: /^(?:make\s+sure\s+(?:to|that)|be\s+sure\s+to|ensure\s+that|ensure)\s+/i },
  {
    lead: /^(?:her\s+zaman|mutlaka|daima)\s+/iu,
    tail: /\s+(?:kullanın|gösterin|kullan|göster|yer\s+verin|ekleyin|olsun|olmalı|kullanılmalı|gösterilmeli)$/iu,
  },
];

const LONGEST = 200;
const MOST = 20;

/** Reads the sentences that say "always" and "never". */
export function wishesIn(sentences: readonly string[]): Wishes {
  const avoid = sentences.flatMap((sentence) => readings(sentence, refusals));
  const include = sentences.filter((sentence) => !isRefusal(sentence)).flatMap((sentence) => readings(sentence, wants));
  return { include: unique(include), avoid: unique(avoid) };
}

function readings(sentence: string, leads: readonly Lead[]): string[] {
  for (const { lead, tail } of leads) {
    const match = lead.exec(sentence);
    if (!match) continue;
    const rest = sentence.slice(match.index + match[0].length).replace(/[\s.!;:]+$/, '');
    const meant = (tail ? rest.replace(tail, '') : rest).replace(VERB, '');
    return listed(meant);
  }
  return [];
}

/** "clichés, stock photos and loud music" are three things; a longer clause is one. */
function listed(text: string): string[] {
  const parts = text.split(/\s*,\s*(?:and\s+|or\s+|ve\s+|veya\s+)?|\s+(?:and|or|ve|veya|ya\s+da)\s+/iu);
  const areThings = parts.length > 1 && parts.every((part) => part !== '' && part.split(/\s+/).length <= 4);
  return (areThings ? parts : [text]).map((part) => part.trim()).filter((part) => part.length > 1);
}

function unique(texts: readonly string[]): string[] {
  const seen = new Map(texts.map((text) => [text.toLowerCase(), text.slice(0, LONGEST)]));
  return [...seen.values()].slice(0, MOST);
}
