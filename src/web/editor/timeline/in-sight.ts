import type { FrameSpan } from '#domain/timeline/nominal-to-output.ts';
import type { TimelineView } from './timeline-view.ts';

/** Whether a thing is among what is drawn. */
export const isInSight = (
  { startFrame, endFrame }: FrameSpan,
  { scale, window }: Pick<TimelineView, 'scale' | 'window'>,
): boolean => startFrame * scale < window.toPx && endFrame * scale > window.fromPx;

/** Whether it was among that when the scale rested last: else what is on it is made once it rests again, for many at once. */
export const wasInSight = (span: FrameSpan, { scale, restingScale, restedWindow: window }: TimelineView): boolean =>
  scale === restingScale || isInSight(span, { scale: restingScale, window });
