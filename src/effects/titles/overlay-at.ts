import type { OverlayAnimation } from '#contract/timeline.ts';

/** How an overlay stands in one of its frames. All shares are 0 to 1. */
export interface OverlayMoment {
  /** Of everything in it. */
  readonly alpha: number;
  /** Of the box or plate behind the words. */
  readonly plate: number;
  /** How much of the rule's width is drawn. */
  readonly rule: number;
  /** For each line, how far it still has to rise: 1 is wholly behind its mask, 0 in place. */
  readonly lines: readonly number[];
}

/** What `overlayAt` has to know of an overlay. */
export interface OverlayShape {
  readonly lineCount: number;
  readonly hasRule: boolean;
  readonly lengthFrames: number;
  readonly animation: OverlayAnimation | undefined;
}

/** How an overlay stands `frame` frames after it came. The same for preview and export, and the same again once it is in place. */
export function overlayAt(shape: OverlayShape, frame: number): OverlayMoment {
  const { animation, lineCount, hasRule, lengthFrames } = shape;
  const rises = animation?.in === 'rise';
  const waits = (place: number): number => (animation?.staggerFrames ?? 0) * (hasRule ? place + 1 : place);
  const arrived = (delay: number): number => (rises ? slowing(frame - delay, animation.inFrames) : 1);
  const comes = animation?.in === 'fade' ? ramp(frame, animation.inFrames) : 1;
  const goes = animation?.out === 'fade' ? ramp(lengthFrames - 1 - frame, animation.outFrames) : 1;
  return {
    alpha: Math.min(comes, goes),
    plate: rises && animation.inFrames > 0 ? Math.min(1, (2 * frame) / animation.inFrames) : 1,
    rule: arrived(0),
    lines: Array.from({ length: lineCount }, (_, place) => 1 - arrived(waits(place))),
  };
}

/** Even: neither nothing nor all of it in any of the frames it takes. */
function ramp(frame: number, frames: number): number {
  return frames <= 0 ? 1 : Math.min(1, Math.max(0, (frame + 1) / (frames + 1)));
}

/** Exponential out: fast at first, then settling; exactly 1 at its end. */
function slowing(frame: number, frames: number): number {
  if (frames <= 0 || frame >= frames) return frame < 0 ? 0 : 1;
  return frame <= 0 ? 0 : 1 - 2 ** ((-10 * frame) / frames);
}
