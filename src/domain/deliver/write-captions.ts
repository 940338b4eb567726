import type { Cue } from './caption-cues.ts';

/** Cues as SubRip, in UTF-8, as video platforms take it. */
export function writeSrt(cues: readonly Cue[]): string {
  return cues
    .map(({ startMs, endMs, text }, place) => {
      return `${String(place + 1)}\n${clock(startMs, ',')} --> ${clock(endMs, ',')}\n${plain(text)}\n`;
    })
    .join('\n');
}

/** Cues as WebVTT, as browsers show it. */
export function writeVtt(cues: readonly Cue[]): string {
  const blocks = cues.map(({ startMs, endMs, text }) => {
    return `${clock(startMs, '.')} --> ${clock(endMs, '.')}\n${escaped(text)}\n`;
  });
  return ['WEBVTT\n', ...blocks].join('\n');
}

function clock(ms: number, point: ',' | '.'): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}${point}${String(ms % 1000).padStart(3, '0')}`;
}

const WORD_JOINER = '\u2060'; // not seen, and a player takes what follows for no tag

/** SubRip has no escapes: what would be read as an arrow or as a tag is broken up invisibly. */
function plain(text: string): string {
  return text.replaceAll('-->', `--${WORD_JOINER}>`).replaceAll(/<(?=[/a-z])/gi, `<${WORD_JOINER}`);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
