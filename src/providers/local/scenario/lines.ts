import type { Random } from '../picture/random.ts';
import { type Brief, MOST_CHARACTERS, type Statement } from './brief.ts';
import type { ScriptBrief } from './script.ts';
import { shorten } from './sentences.ts';
import { verbPhrase } from './subject.ts';
import { linesFor } from './wording/wording.ts';

/** The first words of a film: a question its brief answers, or a line of ours. */
export function hookLine({ brief, projectType, random: films }: ScriptBrief, room: number): string | null {
  if (brief.wording === null) return null;
  const random = films.fork('hook');
  const question = questionOf(brief, room);
  if (question !== null && random.next() < 0.6) return question;
  return filledLine(random, linesFor(brief.wording.hooks, projectType), brief, room) ?? question;
}

/** "EcoBottle keeps water cold for 24 hours" asks "What keeps water cold for 24 hours?" */
function questionOf(brief: Brief, room: number): string | null {
  if (brief.wording?.locale !== 'en' || brief.name === null) return null;
  for (const { short } of brief.statements) {
    const phrase = verbPhrase(named(brief.name, short), brief.name);
    if (phrase === null) continue;
    const rest = shorten(phrase.rest, room - `What ${phrase.verb} ?`.length, { mayCutPhrases: true });
    if (rest !== null && rest.split(' ').length >= 3 && !rest.includes(',')) return `What ${phrase.verb} ${rest}?`;
  }
  return null;
}

/** The last words: a headline and, after a line break, what to do next. Both together keep to the limit of one overlay. */
export function closingLine(
  { beats, brief, projectType, random: films }: ScriptBrief,
  action: Statement | null,
  room: number,
): string | null {
  if (room === 0) return null;
  const random = films.fork('closing');
  if (brief.wording === null) {
    const headline = brief.name ?? brief.statements.at(-1)?.short ?? null;
    return headline !== null && fits(headline, room) ? headline : null;
  }
  if (beats.length === 1) {
    const all = wholeStory(brief, room);
    if (all !== null) return all;
  }
  const own = action === null ? null : shorten(action.short, 30, { mayCutPhrases: true });
  const ours = random.pick(linesFor(brief.wording.actions, projectType));
  const step = own ?? ours;
  const space = Math.min(room, MOST_CHARACTERS) - step.length - 1;
  const headlines = linesFor(
    brief.name === null ? brief.wording.namelessClosings : brief.wording.closings,
    projectType,
  );
  const headline =
    filledLine(random, headlines, brief, space) ??
    (brief.name !== null && brief.name.length <= space ? brief.name : null);
  if (headline === null) return fits(step, room) ? step : (filledLine(random, headlines, brief, room) ?? null);
  return letters(headline) === letters(step) ? headline : `${headline}\n${step}`;
}

/** A film of one scene says everything at once: name and strongest statement. */
function wholeStory(brief: Brief, room: number): string | null {
  const statement = brief.statements.find(({ kind, leadsOn }) => kind !== 'action' && leadsOn !== true);
  if (statement === undefined) return null;
  const full = brief.name === null ? null : named(brief.name, statement.short);
  if (full !== null && verbPhrase(full, brief.name) !== null && fits(full, room)) return withFullStop(full, room);
  return fits(statement.short, room) ? withFullStop(statement.short, room) : null;
}

/** One of the lines that fits, with name and audience filled in; null where none does. */
export function filledLine(random: Random, choices: readonly string[], brief: Brief, room: number): string | null {
  const audience = brief.audience ?? '';
  const first = audience.charAt(0).toLocaleUpperCase(brief.wording?.locale) + audience.slice(1);
  const possible = choices
    .filter((choice) => !choice.includes('{name}') || brief.name !== null)
    .map((choice) =>
      choice
        .replace('{name}', () => brief.name ?? '')
        .replace('{audience}', () => (choice.startsWith('{') ? first : audience))
        .replace(/([.!?])\.$/, '$1'),
    )
    .filter((line) => fits(line, room));
  return possible.length === 0 ? null : random.pick(possible);
}

/** With a full stop where the script has one and there is room for it, as all of our lines are set. */
export function withFullStop(line: string, room: number): string {
  if (line.length >= Math.min(room, MOST_CHARACTERS) || /[.!?…。！？:]$/u.test(line)) return line;
  const isOfAScriptWithStops = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\d%]$/u.test(line);
  return !isOfAScriptWithStops || /\.[a-z]{2,}$/.test(line) ? line : `${line}.`;
}

/** Whether there is time to read a line. */
export function fits(line: string, room: number): boolean {
  return line.length > 0 && line.length <= room;
}

function named(name: string, statement: string): string {
  return `${name} ${statement.charAt(0).toLowerCase()}${statement.slice(1)}`;
}

function letters(line: string): string {
  return line.toLowerCase().replaceAll(/[^\p{L}]/gu, '');
}
