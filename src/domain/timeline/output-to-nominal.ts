import { type FrameSpan, type Join, nominalToOutput, spanToOutput } from './nominal-to-output.ts';

/**
 * A nominal frame that is seen at a frame of the film.
 *
 * Inside a transition there are two, one of each clip: the earlier clip's is given.
 */
export function outputToNominal(frame: number, joins: readonly Join[]): number {
  return nominalsOf(frame, joins)[0] ?? frame;
}

/** The nominal stretch that is seen in just these frames of the film: where something goes that was dropped there. */
export function spanToNominal(span: FrameSpan, joins: readonly Join[]): FrameSpan {
  const starts = nominalsOf(span.startFrame, joins);
  const lasts = nominalsOf(span.endFrame - 1, joins);
  for (const startFrame of starts) {
    for (const last of lasts) {
      const nominal = { startFrame, endFrame: last + 1 };
      if (last < startFrame) continue;
      const seen = spanToOutput(nominal, joins);
      if (seen.startFrame === span.startFrame && seen.endFrame === span.endFrame) return nominal;
    }
  }
  const startFrame = starts[0] ?? span.startFrame;
  return { startFrame, endFrame: startFrame + span.endFrame - span.startFrame };
}

/** Every nominal frame that comes at a frame of the film, earliest first. */
function nominalsOf(frame: number, joins: readonly Join[]): readonly number[] {
  const candidates = [frame];
  let saved = 0;
  for (const { overlapFrames } of joins) candidates.push(frame + (saved += overlapFrames));
  return candidates.filter((nominal) => nominalToOutput(nominal, joins) === frame);
}
