import type { ScenarioRequest } from '../../provider.ts';
import { clausesOf, firstWords, isConditional, sentencesOf, shorten } from './sentences.ts';
import { nameIn, withoutSubject } from './subject.ts';
import { chooseWording } from './wording/choose-wording.ts';
import type { Wording } from './wording/wording.ts';

/** No words on the picture are longer. */
export const MOST_CHARACTERS = 42;

/** What a sentence of the brief is good for. */
type StatementKind = 'problem' | 'fact' | 'proof' | 'action';

/** Something the brief says: the whole of it for picture prompts, and short enough for the screen. */
export interface Statement {
  readonly kind: StatementKind;
  readonly whole: string;
  readonly short: string;
  /** The first half of a sentence told in two scenes; the next statement is the other. */
  readonly leadsOn?: boolean;
}

/** The brief as the director reads it. */
export interface Brief {
  readonly name: string | null;
  /** What pictures show: the name with its kind of thing, else the topic. */
  readonly thing: string;
  /** "A face serum", where the brief says that its name is one. */
  readonly kind: string | null;
  readonly wording: Wording | null;
  readonly statements: readonly Statement[];
  readonly audience: string | null;
}

const topics: Readonly<Record<string, string>> = {
  blank: 'the subject',
  saas: 'the app',
  news: 'the story',
  social: 'the subject',
  ecommerce: 'the product',
  educational: 'the subject',
};

/** Reads name, statements and audience out of a request; nothing in it is made up. */
export function readBrief(request: ScenarioRequest): Brief {
  const { intent, knowledge } = request;
  const description = intent.productDescription ?? '';
  const wording = chooseWording(
    intent.language,
    description,
    knowledge.slice(0, 2000),
    description === '' ? (intent.productName ?? '') : '',
  );
  const sentences = sentencesOf(description);
  const name = nonEmpty(intent.productName) ?? nameIn(sentences, wording);
  const statements = unique(
    [...sentences, ...sentencesOf(knowledge)].flatMap((sentence) => statementsOf(sentence, name, wording)),
  );
  const audience = nonEmpty(intent.targetAudience);
  return {
    name,
    thing: thingOf(name, sentences, request.projectType),
    kind: name === null ? null : kindOfThing(name, sentences),
    wording,
    statements,
    audience: audience === null || audience.length > 28 ? null : audience,
  };
}

function statementsOf(sentence: string, name: string | null, wording: Wording | null): readonly Statement[] {
  const own = withoutSubject(sentence, name, wording);
  if (own === '') return [];
  const kind = kindOf(sentence, wording);
  if (own.length <= MOST_CHARACTERS) return [{ kind, whole: own, short: own }];
  const halves = twoHalves(own, wording);
  if (halves !== null) {
    const [first, second] = halves;
    const conclusion = withoutSubject(/,\s+so\s+(.+)$/i.exec(own)?.[1] ?? '', name, wording);
    const both: Statement[] = [
      { kind: 'fact', whole: own, short: first, leadsOn: true },
      { kind: 'fact', whole: own, short: second },
    ];
    return conclusion === '' || conclusion.length > MOST_CHARACTERS
      ? both
      : [...both, { kind: 'fact', whole: own, short: conclusion }];
  }
  const mayCutPhrases = wording?.locale === 'en';
  const clauses = clausesOf(own);
  const lines = clauses.map((clause) => {
    const line = clauses.length > 1 ? withoutSubject(clause, name, wording) : clause;
    return line.length <= MOST_CHARACTERS ? line : shorten(line, MOST_CHARACTERS, { mayCutPhrases });
  });
  const standing = lines.filter((line): line is string => line !== null && standsAlone(line));
  if (standing.length > 0)
    return standing.map((line) => ({
      kind: kind === 'action' || clauses.length === 1 ? kind : kindOf(line, wording),
      whole: own,
      short: line,
    }));
  const whole = shorten(own, MOST_CHARACTERS, { mayCutPhrases });
  if (whole !== null) return [{ kind, whole: own, short: whole }];
  // Where we know nothing of a language, a line with an ellipsis is better than a silent film.
  if (wording !== null) return [];
  const head = own.slice(0, MOST_CHARACTERS).match(/^.{12,}(?=\s+(?:und|oder|et|ou|y|och|og|et|en|i|и|και)\s)/u)?.[0];
  return [{ kind, whole: own, short: head ?? firstWords(own, MOST_CHARACTERS) }];
}

/** "When Sun and Moon line up, the tides are strongest" is told in two scenes, since neither half is true alone. */
function twoHalves(sentence: string, wording: Wording | null): readonly [string, string] | null {
  if (wording === null || !isConditional(sentence)) return null;
  const [first, second, third, ...more] = sentence.split(/,\s+/);
  if (first === undefined || second === undefined || more.length > 0 || (third !== undefined && !/^so\s/i.test(third)))
    return null;
  return Math.max(first.length, second.length) < MOST_CHARACTERS ? [`${first}…`, `…${second}`] : null;
}

/** A member of a list is worth a scene of its own from two words on; scripts without spaces from six characters. */
function standsAlone(line: string): boolean {
  return line.split(' ').length >= 2 || (!/[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(line) && line.length >= 6);
}

const patterns: Readonly<Record<string, Readonly<Record<Exclude<StatementKind, 'fact'>, RegExp>>>> = {
  en: {
    action:
      /^(?:order|buy|visit|sign up|download|book|join|try|start|shop|subscribe|register|call|get|reserve|come|follow|apply|pre-?order)\b|https?:|www\.|\b[\w-]+\.(?:com|org|net|io|app|shop)\b/i,
    problem:
      /\b(?:tired|wast(?:e|ed|es|ing)|lose|losing|lost|hard to|difficult|problem|struggl\w+|too (?:many|much|long|slow|late|expensive)|boring|forget|stress\w*|mess|chaos|nobody|annoying|frustrat\w+)\b/i,
    proof: /\d/,
  },
  tr: {
    action:
      /^(?:sipariş|hemen|şimdi|ziyaret|kaydol|indir|katıl|dene|başla|üye|ara|keşfet|gel)\p{L}*\b|https?:|www\.|\b[\w-]+\.(?:com|org|net|com\.tr)\b/iu,
    problem:
      /(?:bıktı|yoruldu|israf|kaybed|zor(?:lu|dur|\s|$)|sorun|çok (?:yavaş|pahalı|uzun|geç)|sıkıcı|unut|stres|karmaşa)/iu,
    proof: /\d/,
  },
};

function kindOf(text: string, wording: Wording | null): StatementKind {
  const known = patterns[wording?.locale ?? ''];
  if (known === undefined) return 'fact';
  if (known.action.test(text)) return 'action';
  if (known.problem.test(text)) return 'problem';
  return known.proof.test(text) ? 'proof' : 'fact';
}

/** "Alba is a face serum made from petals" says that Alba is a face serum. */
function kindOfThing(name: string, sentences: readonly string[]): string | null {
  for (const sentence of sentences) {
    if (!sentence.toLowerCase().startsWith(`${name.toLowerCase()} is `)) continue;
    const rest = sentence.slice(name.length + 4);
    const kind =
      /^(an?\s[\p{L}\d][\p{L}\d -]{2,40}?)(?=\s+(?:that|which|who|made|for|with|from|to|in|of|and|you|your)\b|[,.;:!]|$)/iu.exec(
        rest,
      )?.[1];
    if (kind !== undefined) return kind;
  }
  return null;
}

/** What pictures call their subject: its name, else the noun the first sentence turns on. */
function thingOf(name: string | null, sentences: readonly string[], projectType: string): string {
  if (name !== null) return name;
  const fallback = topics[projectType] ?? 'the subject';
  const first = sentences[0]?.replace(/[.!?。！？]+$/u, '') ?? '';
  if (!/\p{L}/u.test(first)) return fallback;
  if (!/^[\p{Script=Latin}\P{L}]+$/u.test(first)) return firstWords(first, 40).replace(/…$/, '');
  const words = first.split(' ');
  const verbAt = words.findIndex(
    (word, place) => place > 0 && /^(?:is|are|was|were|has|have|will|can|[a-z]{3,}(?:ed|es|ts|ps|ks))$/.test(word),
  );
  const before = (verbAt < 0 ? words : words.slice(0, verbAt)).join(' ');
  const after = verbAt < 0 ? '' : words.slice(verbAt + 1).join(' ');
  const object =
    /^(?:an?|the|its|their)\s+[\p{L}\d -]{3,32}?(?=\s+(?:between|in|on|at|for|after|from|to|with|by|and|of|that|which)\b|[,;]|$)/iu.exec(
      after,
    )?.[0];
  const chosen = projectType === 'news' && object !== undefined ? object : before;
  const noun = chosen.replace(/^(?:our|my|the|an?|its|their|this)\s+/i, '');
  if (noun === '' || noun.split(' ').length > 7 || /^(?:we|i|you|it|they|he|she)\b/i.test(noun)) return fallback;
  return `the ${noun.charAt(0).toLowerCase()}${noun.slice(1)}`;
}

function unique(statements: readonly Statement[]): readonly Statement[] {
  const seen = new Set<string>();
  return statements.filter(({ short }) => {
    const key = short.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function nonEmpty(text: string | undefined): string | null {
  const trimmed = text?.replaceAll(/\s+/g, ' ').trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
