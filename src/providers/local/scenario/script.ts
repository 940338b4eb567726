import type { Random } from '../picture/random.ts';
import { type Brief, MOST_CHARACTERS, type Statement } from './brief.ts';
import type { Beat } from './beats.ts';
import { shorten } from './sentences.ts';
import { verbPhrase } from './subject.ts';

/** What a scene says. `words` go over the picture, `fact` into its prompt. */
export interface Line {
  readonly words: string | null;
  readonly fact: string | null;
}

const READING_CHARACTERS_PER_S = 15;
const LEAST_SHOWN_S = 1.2;

/** Gives every scene its line: each statement of the brief once, our own sentences around them, nothing that has no time to be read. */
export function writeScript(p: {
  readonly beats: readonly Beat[];
  readonly durationsS: readonly number[];
  readonly brief: Brief;
  readonly projectType: string;
  readonly random: Random;
}): readonly Line[] {
  const { brief, random } = p;
  const problems = brief.statements.filter(({ kind }) => kind === 'problem');
  const figures = brief.statements.filter(({ kind }) => kind === 'proof');
  const action = brief.statements.find(({ kind }) => kind === 'action') ?? null;
  // The strongest figure is kept for the proof; the others are facts like any other, in the order of the brief.
  const keepsProof = p.beats.includes('proof');
  const proof = keepsProof ? (figures.at(-1) ?? null) : null;
  const facts = brief.statements.filter(
    (statement) => (statement.kind === 'fact' || statement.kind === 'proof') && statement !== proof,
  );
  const queue = [...facts];
  const leads = p.projectType === 'news' || brief.wording === null;

  const lineOf = (beat: Beat, place: number): Line => {
    const room = roomIn(p.durationsS[place] ?? 0);
    const next = (): Line => said(queue.shift(), room);
    switch (beat) {
      case 'hook': {
        if (leads && queue.length > 0) return next();
        const problem = p.beats.includes('problem') ? undefined : problems[0];
        return problem !== undefined && fits(closed(problem.short), room)
          ? said(problem, room)
          : { words: hook(p, room), fact: facts[0]?.whole ?? null };
      }
      case 'problem':
        return said(problems[0], room);
      case 'product':
        if (brief.name === null) return next();
        if (brief.wording === null)
          return { words: fits(brief.name, room) ? brief.name : null, fact: facts[0]?.whole ?? null };
        return {
          words: filled(random.fork('introduction'), brief.wording.introductions, brief, room),
          fact: facts[0]?.whole ?? null,
        };
      case 'feature':
        return next();
      case 'proof':
        return said(proof ?? undefined, room);
      case 'mood':
        return { words: null, fact: brief.statements[place % Math.max(1, brief.statements.length)]?.whole ?? null };
      case 'action':
        return { words: closing(p, action, room), fact: facts.at(-1)?.whole ?? null };
    }
  };
  const lines = p.beats.map(lineOf);
  return addAudience(lines, p);
}

/** The characters there is time to read in a scene; 0 where words would only flash. */
export function roomIn(durationS: number): number {
  return durationS < LEAST_SHOWN_S ? 0 : Math.min(MOST_CHARACTERS, Math.floor(durationS * READING_CHARACTERS_PER_S));
}

function said(statement: Statement | undefined, room: number): Line {
  if (statement === undefined) return { words: null, fact: null };
  const words = closed(statement.short);
  if (fits(words, room)) return { words, fact: statement.whole };
  const shorter = shorten(statement.short, room - 1, {
    mayCutPhrases: /^[\p{Script=Latin}\P{L}]+$/u.test(statement.short),
  });
  return { words: shorter === null || shorter === '' ? null : closed(shorter), fact: statement.whole };
}

function hook(
  p: { readonly brief: Brief; readonly projectType: string; readonly random: Random },
  room: number,
): string | null {
  const { brief } = p;
  if (brief.wording === null) return null;
  const random = p.random.fork('hook');
  const question = questionOf(brief, room);
  if (question !== null && random.next() < 0.6) return question;
  const own = brief.wording.hooks[p.projectType] ?? brief.wording.hooks['blank'] ?? [];
  return filled(random, own, brief, room) ?? question;
}

/** "EcoBottle keeps water cold for 24 hours" asks "What keeps water cold for 24 hours?" */
function questionOf(brief: Brief, room: number): string | null {
  if (brief.wording?.locale !== 'en' || brief.name === null) return null;
  for (const { whole } of brief.statements) {
    const phrase = verbPhrase(`${brief.name} ${whole.charAt(0).toLowerCase()}${whole.slice(1)}`, brief.name);
    if (phrase === null) continue;
    const rest = shorten(phrase.rest, room - `What ${phrase.verb} ?`.length, { mayCutPhrases: true });
    if (rest !== null && rest !== '' && !rest.includes(',')) return `What ${phrase.verb} ${rest}?`;
  }
  return null;
}

/** Headline and, after a line break, what to do next. */
function closing(
  p: { readonly beats: readonly Beat[]; readonly brief: Brief; readonly projectType: string; readonly random: Random },
  action: Statement | null,
  room: number,
): string | null {
  const { brief } = p;
  if (room === 0) return null;
  const random = p.random.fork('closing');
  const own = action === null ? null : shorten(action.short, 28, { mayCutPhrases: true });
  if (brief.wording === null) {
    const headline = brief.name ?? brief.statements.at(-1)?.short ?? null;
    return headline !== null && fits(headline, room) ? headline : null;
  }
  const step = own ?? random.pick(brief.wording.actions[p.projectType] ?? brief.wording.actions['blank'] ?? ['']);
  const space = room - step.length;
  // A film of one scene has to say everything at once: its strongest fact is the headline.
  const only = p.beats.length === 1 ? brief.statements.find(({ kind }) => kind !== 'action') : undefined;
  const headline =
    (only !== undefined && fits(closed(only.short), space) ? closed(only.short) : null) ??
    filled(
      random,
      brief.name === null ? (brief.wording.namelessClosings[p.projectType] ?? []) : brief.wording.closings,
      brief,
      Math.max(space, 12),
    ) ??
    brief.name;
  if (headline === null || headline.length > room) return step;
  return headline.length + step.length <= Math.max(room, MOST_CHARACTERS) && step !== ''
    ? `${headline}\n${step}`
    : headline;
}

/** Names the audience once, in the first silent scene after the product. */
function addAudience(
  lines: readonly Line[],
  p: {
    readonly beats: readonly Beat[];
    readonly durationsS: readonly number[];
    readonly brief: Brief;
    readonly random: Random;
  },
): readonly Line[] {
  if (p.brief.audience === null || p.brief.wording === null) return lines;
  const place = lines.findIndex(
    (line, at) => line.words === null && (p.beats[at] === 'feature' || p.beats[at] === 'mood'),
  );
  const words =
    place < 0
      ? null
      : filled(p.random.fork('audience'), p.brief.wording.audience, p.brief, roomIn(p.durationsS[place] ?? 0));
  return words === null ? lines : lines.map((line, at) => (at === place ? { ...line, words } : line));
}

function filled(random: Random, choices: readonly string[], brief: Brief, room: number): string | null {
  const audience = brief.audience ?? '';
  const possible = choices
    .filter((choice) => !choice.includes('{name}') || brief.name !== null)
    .map((choice) =>
      choice
        .replace('{name}', brief.name ?? '')
        .replace(
          '{audience}',
          choice.startsWith('{')
            ? audience.charAt(0).toLocaleUpperCase(brief.wording?.locale) + audience.slice(1)
            : audience,
        )
        .replace(/([.!?])\.$/, '$1'),
    )
    .filter((line) => fits(line, room));
  return possible.length === 0 ? null : random.pick(possible);
}

/** With a full stop where the script has one, as all of our lines are set. */
function closed(line: string): string {
  if (/[.!?…。！？:]$/u.test(line) || !/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\d%]$/u.test(line))
    return line;
  return /\.[a-z]{2,}$/.test(line) ? line : `${line}.`;
}

function fits(line: string, room: number): boolean {
  return line.length > 0 && line.length <= room;
}
