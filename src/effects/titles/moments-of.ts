import { overlayAt, type OverlayMoment, type OverlayShape } from './overlay-at.ts';

const MOST_FRAMES_COMING = 1200; // lines that would still wait then are there at once

/** How an overlay stands from one of its frames (counted from its first) until the next of them. */
export interface TimedMoment {
  readonly fromFrame: number;
  readonly moment: OverlayMoment;
}

/** The moments that differ from the one before: those in which it comes, and those in which it goes. */
export function momentsOf(shape: OverlayShape): readonly TimedMoment[] {
  const { animation, lineCount, lengthFrames } = shape;
  const moments: TimedMoment[] = [];
  let last = '';
  const add = (fromFrame: number, frame = fromFrame): void => {
    const moment = overlayAt(shape, frame);
    const said = JSON.stringify(moment);
    if (said !== last) moments.push({ fromFrame, moment });
    last = said;
  };
  const { inFrames = 0, outFrames = 0, staggerFrames = 0 } = animation ?? {};
  const stands = inFrames + staggerFrames * (lineCount + 1);
  const goes = Math.max(0, lengthFrames - 1 - outFrames);
  const comes = Math.min(stands, MOST_FRAMES_COMING, lengthFrames - 1);
  for (let frame = 0; frame < comes; frame++) add(frame);
  add(comes, comes < goes ? Math.min(stands, goes) : comes);
  for (let frame = Math.max(comes + 1, goes); frame < lengthFrames; frame++) add(frame);
  return moments;
}

/** What is drawn of a moment; its alpha is applied to the finished pixels, so that a fade is one bitmap. */
export function shapeOf(moment: OverlayMoment): string {
  return JSON.stringify({ ...moment, alpha: 1 });
}

/** The moment an overlay stands in, so many frames after it came. */
export function momentAt(moments: readonly TimedMoment[], frame: number): OverlayMoment | null {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle]?.fromFrame ?? 0) <= frame) low = middle + 1;
    else high = middle;
  }
  return moments[low - 1]?.moment ?? null;
}
