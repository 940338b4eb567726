import type { Random } from '../picture/random.ts';
import type { Beat } from './beats.ts';
import { type Brief, MOST_CHARACTERS, type Statement } from './brief.ts';
import { closingLine, filledLine, fits, hookLine, withFullStop } from './lines.ts';
import type { Parts } from './material.ts';
import { BINDING, shorten } from './sentences.ts';
import { linesFor } from './wording/wording.ts';

/** What a scene says. `words` go over the picture, `fact` into its prompt. */
export interface Line {
  readonly words: string | null;
  readonly fact: string | null;
}

/** What a film is written from. `rooms` are the characters there is time to read in each scene. */
export interface ScriptBrief {
  readonly beats: readonly Beat[];
  readonly parts: Parts;
  readonly rooms: readonly number[];
  readonly brief: Brief;
  readonly projectType: string;
  readonly random: Random;
}

const MOST_ASIDES = 3;

/** Gives every scene its line: each statement of the brief once, our own sentences around them, nothing that has no time to be read. */
export function writeScript(script: ScriptBrief): readonly Line[] {
  const { beats, parts, brief, projectType, random } = script;
  const queue = [...parts.queue];
  const theme = (parts.queue[0] ?? parts.proof)?.whole ?? null;
  const isBrief = !beats.includes('feature');

  const next = (place: number): Line => {
    const statement = queue.shift();
    if (statement?.leadsOn === true && !beats.slice(place + 1).includes('feature')) {
      queue.shift();
      return next(place);
    }
    return say(statement, script.rooms[place] ?? 0);
  };
  const lineOf = (beat: Beat, place: number): Line => {
    const room = script.rooms[place] ?? 0;
    switch (beat) {
      case 'hook':
        if (queue.length > 0 && (parts.early.includes('hook') || beats.length === 2)) return next(place);
        return parts.problem !== null && !beats.includes('problem') && fits(parts.problem.short, room)
          ? say(parts.problem, room)
          : { words: hookLine(script, room), fact: theme };
      case 'problem':
        return say(parts.problem ?? undefined, room);
      case 'product':
        // A film too short for a scene of its own for each fact tells the first one here; the name comes at the end.
        if (brief.name === null || (isBrief && queue.length > 0)) return next(place);
        if (brief.wording === null) return { words: fits(brief.name, room) ? brief.name : null, fact: theme };
        return {
          words: filledLine(
            random.fork('introduction'),
            linesFor(brief.wording.introductions, projectType),
            brief,
            room,
          ),
          fact: theme,
        };
      case 'feature':
        return next(place);
      case 'proof':
        return parts.proof === null ? { words: figureOf(parts.figureOf), fact: theme } : say(parts.proof, room);
      case 'mood':
        return { words: null, fact: brief.statements[place % Math.max(1, brief.statements.length)]?.whole ?? null };
      case 'action':
        return parts.close === null || beats.length === 1
          ? { words: closingLine(script, parts.action, room), fact: parts.queue.at(-1)?.whole ?? null }
          : say(parts.close, room);
    }
  };
  return addAsides(addAudience(beats.map(lineOf), script), script);
}

function say(statement: Statement | undefined, room: number): Line {
  if (statement === undefined) return { words: null, fact: null };
  if (fits(statement.short, room)) return { words: withFullStop(statement.short, room), fact: statement.whole };
  const shorter = shorten(statement.short, room, {
    mayCutPhrases: /^[\p{Script=Latin}\P{L}]+$/u.test(statement.short),
  });
  return { words: shorter === null || shorter === '' ? null : withFullStop(shorter, room), fact: statement.whole };
}

/** "Keeps water cold for 24 hours" has the figure "24 hours", with the words that bound it. */
function figureOf(statement: Statement | null): string | null {
  const figure = statement?.short.match(
    /(?:(?:up to|more than|less than|over|under|only|just|about|at least|almost|nearly)\s+)?\d[\d.,]*\s?(?:%|[\p{L}°]{2,})/iu,
  )?.[0];
  if (figure === undefined || figure.length > MOST_CHARACTERS - 1) return null;
  if (BINDING.test(statement?.whole.replace(figure, '') ?? '')) return null;
  return `${figure.charAt(0).toUpperCase()}${figure.slice(1)}.`;
}

/** Names the audience once, in the first scene with nothing else to say. */
function addAudience(lines: readonly Line[], { beats, rooms, brief, random }: ScriptBrief): readonly Line[] {
  if (brief.audience === null || brief.wording === null) return lines;
  const place = lines.findIndex((line, at) => line.words === null && (beats[at] === 'feature' || beats[at] === 'mood'));
  const words =
    place < 0 ? null : filledLine(random.fork('audience'), brief.wording.audience, brief, rooms[place] ?? 0);
  return words === null ? lines : lines.map((line, at) => (at === place ? { ...line, words } : line));
}

/** A few connecting lines in long silences, each once, never in neighbouring scenes. */
function addAsides(lines: readonly Line[], { beats, rooms, brief, projectType, random }: ScriptBrief): readonly Line[] {
  if (brief.wording === null) return lines;
  const own = linesFor(brief.wording.asides, projectType);
  const start = own.length === 0 ? 0 : random.fork('asides').int(0, own.length - 1);
  const spoken = lines.map((line) => line.words);
  let used = 0;
  for (const [place, words] of spoken.entries()) {
    const isSilence = words === null && (beats[place] === 'mood' || beats[place] === 'feature');
    if (!isSilence || spoken[place - 1] != null || used >= Math.min(MOST_ASIDES, own.length)) continue;
    const line = own[(start + used) % own.length] ?? '';
    if (!fits(line, rooms[place] ?? 0)) continue;
    spoken[place] = line;
    used++;
  }
  return lines.map((line, place) => ({ ...line, words: spoken[place] ?? null }));
}
