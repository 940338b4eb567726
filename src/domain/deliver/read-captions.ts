import type { Cue } from './caption-cues.ts';

/**
 * Reads SubRip or WebVTT, whichever it is, as leniently as players do: numbers, settings, styles and notes are passed over, tags are taken
 * out, and a cue that lasts no time is left out.
 *
 * @returns cues in order of time; none where it is neither
 */
export function readCaptions(file: string): readonly Cue[] {
  const text = file.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const isVtt = /^WEBVTT(?=[\s]|$)/.test(text);
  const cues = text.split(/\n[ \t]*\n+/).flatMap((block): Cue[] => {
    const lines = block.split('\n').filter((line) => line.trim() !== '');
    const at = lines.findIndex((line) => TIMES.test(line));
    const times = TIMES.exec(lines[at] ?? '');
    if (!times) return [];
    const words = lines.slice(at + 1).map((line) => wordsOf(line, isVtt));
    const cue = {
      startMs: msOf(times.slice(1, 5)),
      endMs: msOf(times.slice(5, 9)),
      text: words.filter((line) => line !== '').join('\n'),
    };
    return cue.text === '' || cue.endMs <= cue.startMs ? [] : [cue];
  });
  return cues.toSorted((a, b) => a.startMs - b.startMs || a.endMs - b.endMs);
}

const TIMES =
  /^\s*(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})\s*-->\s*(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})/;

function msOf([hours, minutes, seconds, fraction]: readonly (string | undefined)[]): number {
  const whole = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds ?? 0);
  return whole * 1000 + Number((fraction ?? '').padEnd(3, '0'));
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: '\u00A0',
  lrm: '\u200E',
  rlm: '\u200F',
};

function wordsOf(line: string, isVtt: boolean): string {
  const bare = line
    .replaceAll(/<\/?(?:[a-z][^<>]*|\d[\d:.]*)>/gi, '')
    .replaceAll(isVtt ? /$^/g : /\{\\[^{}]*\}/g, '')
    .replaceAll('\u2060', '');
  const words = isVtt ? bare.replaceAll(/&(\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity) : bare;
  return words.trim();
}
