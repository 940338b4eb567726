import type { ScenarioRequest } from '../../provider.ts';
import { clausesOf, firstWords, sentencesOf, shorten } from './sentences.ts';
import { nameIn, withoutSubject } from './subject.ts';
import { chooseWording } from './wording/choose-wording.ts';
import type { Wording } from './wording/wording.ts';

/** No words on the picture are longer (DESIGN.md section 4). */
export const MOST_CHARACTERS = 42;

/** What a sentence of the brief is good for. */
export type StatementKind = 'problem' | 'fact' | 'proof' | 'action';

/** Something the brief says: the whole of it for picture prompts, and short enough for the screen. */
export interface Statement {
  readonly kind: StatementKind;
  readonly whole: string;
  readonly short: string;
}

/** The brief as the director reads it. */
export interface Brief {
  readonly name: string | null;
  /** What pictures show: the name with its kind of thing, else the topic. */
  readonly thing: string;
  readonly wording: Wording | null;
  readonly statements: readonly Statement[];
  readonly audience: string | null;
}

const topics: Readonly<Record<string, string>> = {
  blank: 'the idea',
  saas: 'the app',
  news: 'the story',
  social: 'the idea',
  ecommerce: 'the product',
  educational: 'the idea',
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
    wording,
    statements,
    audience: audience === null || audience.length > 28 ? null : audience,
  };
}

function statementsOf(sentence: string, name: string | null, wording: Wording | null): readonly Statement[] {
  const own = withoutSubject(sentence, name, wording);
  if (own === '') return [];
  const kind = kindOf(sentence, wording);
  const mayCutPhrases = wording?.locale === 'en';
  if (own.length <= MOST_CHARACTERS - 1) return [{ kind, whole: own, short: own }];
  const clauses = clausesOf(own);
  const members = clauses.length > 1 ? clauses.map((clause) => withoutSubject(clause, name, wording)) : [];
  const short = members.map((member) =>
    member.length <= MOST_CHARACTERS - 1 ? member : shorten(member, MOST_CHARACTERS - 1, { mayCutPhrases }),
  );
  const standing = short.filter((line): line is string => line !== null && standsAlone(line));
  if (members.length > 1 && standing.length > 0) {
    return standing.map((line) => ({
      kind: clauses.length > 1 && kind !== 'action' ? kindOf(line, wording) : kind,
      whole: own,
      short: line,
    }));
  }
  const whole = shorten(own, MOST_CHARACTERS - 1, { mayCutPhrases });
  if (whole !== null) return [{ kind, whole: own, short: whole }];
  // Where we know nothing of a language, a line with an ellipsis is better than a silent film.
  return wording === null ? [{ kind, whole: own, short: firstWords(own, MOST_CHARACTERS - 1) }] : [];
}

/** A member of a list is worth a scene of its own from two words on; scripts without spaces from six characters. */
function standsAlone(line: string): boolean {
  if (/^(?:and|or|but|which|that|who|because|so|while|then|ve|veya|ama|ki)\b/iu.test(line)) return false;
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

function thingOf(name: string | null, sentences: readonly string[], projectType: string): string {
  if (name !== null) return name;
  const first = sentences[0]?.replace(/[.!?。！？]+$/u, '') ?? '';
  const topic = first.replace(/^(?:our|my|the|a|an)\s+/i, '');
  if (topic === '') return topics[projectType] ?? 'the idea';
  return topic.length <= 60 ? topic : firstWords(topic, 60).replace(/…$/, '');
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
