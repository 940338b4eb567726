import type { FrameSpan } from '#domain/timeline/nominal-to-output.ts';

/**
 * When something is seen that is added at the playhead: from there on for so long, and not beyond the end of the film. With less
 * than a third of that left, it begins earlier.
 */
export function seenFromPlayhead(playhead: number, wantedFrames: number, lengthFrames: number): FrameSpan {
  const wanted = Math.max(1, Math.min(wantedFrames, lengthFrames || wantedFrames));
  const left = lengthFrames - playhead;
  const startFrame = lengthFrames > 0 && left < wanted / 3 ? Math.max(0, lengthFrames - wanted) : playhead;
  const endFrame = lengthFrames > 0 ? Math.min(startFrame + wanted, lengthFrames) : startFrame + wanted;
  return { startFrame, endFrame: Math.max(startFrame + 1, endFrame) };
}
