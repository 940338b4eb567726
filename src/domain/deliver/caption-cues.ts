import type { TextOverlay, Timeline } from '#contract/timeline.ts';
import { joinsOf, outputLengthFrames, spanToOutput } from '../timeline/nominal-to-output.ts';

/** Words and when they are read, in milliseconds of the film; `endMs` is exclusive. Lines are divided by `\n`, none of them is empty. */
export interface Cue {
  readonly startMs: number;
  readonly endMs: number;
  readonly text: string;
}

/**
 * What is read in a film, in order: its captions, or all its words where none is marked as one.
 *
 * No two cues overlap, which players would lay over one another: where several texts stand at once they are one cue, from the top to the bottom
 * of the picture.
 */
export function captionCues(timeline: Pick<Timeline, 'clips' | 'texts' | 'fps'>): readonly Cue[] {
  const marked = timeline.texts.filter((text) => text.isCaption === true);
  const joins = joinsOf(timeline.clips);
  const lengthFrames = outputLengthFrames(timeline);
  const spoken = (marked.length > 0 ? marked : timeline.texts).flatMap((text) => {
    const { startFrame, endFrame } = spanToOutput(text, joins);
    const words = cleanLines(text.text);
    const end = Math.min(endFrame, lengthFrames);
    return words === '' || end <= startFrame ? [] : [{ startFrame, endFrame: end, words, text }];
  });
  const edges = [...new Set(spoken.flatMap(({ startFrame, endFrame }) => [startFrame, endFrame]))].toSorted(
    (a, b) => a - b,
  );
  const cues: { startFrame: number; endFrame: number; text: string }[] = [];
  edges.slice(1).forEach((endFrame, place) => {
    const startFrame = edges[place] ?? 0;
    const seen = spoken.filter((one) => one.startFrame <= startFrame && one.endFrame >= endFrame);
    if (seen.length === 0) return;
    const text = seen
      .toSorted((a, b) => heightOf(a.text) - heightOf(b.text))
      .map(({ words }) => words)
      .join('\n');
    const last = cues.at(-1);
    if (last?.endFrame === startFrame && last.text === text) last.endFrame = endFrame;
    else cues.push({ startFrame, endFrame, text });
  });
  const ms = (frame: number): number => Math.round((frame * timeline.fps.den * 1000) / timeline.fps.num);
  return cues.map(({ startFrame, endFrame, text }) => ({ startMs: ms(startFrame), endMs: ms(endFrame), text }));
}

const heightOf = ({ centerY }: TextOverlay): number => centerY;

/** Lines without what ends a cue early: an empty line. */
function cleanLines(text: string): string {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.replaceAll(/[^\S ]|\p{Cc}/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
