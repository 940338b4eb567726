/** What brings a video back to the clock: another moment, or another speed. */
export type Steering = { readonly kind: 'seek' } | { readonly kind: 'rate'; readonly rate: number };

const SEEK_ABOVE_S = 0.15;
const CATCH_UP_ABOVE_S = 0.04;
const IN_STEP_BELOW_S = 0.015; // once it catches up it does so to here, so that it does not begin again at once
const CATCH_UP = 0.03;

/**
 * How a playing video keeps to the clock. Nobody sees or hears a picture 3 % too fast; a jump is seen, so it is for what is far off.
 *
 * @param aheadS how far the video is ahead of the clock; negative: behind
 * @param rate at which the clock runs
 * @param isCatchingUp whether it runs at another speed already
 */
export function steer(aheadS: number, rate: number, isCatchingUp: boolean): Steering {
  const off = Math.abs(aheadS);
  if (off > SEEK_ABOVE_S * Math.max(1, rate)) return { kind: 'seek' };
  if (off <= (isCatchingUp ? IN_STEP_BELOW_S : CATCH_UP_ABOVE_S)) return { kind: 'rate', rate };
  return { kind: 'rate', rate: rate * (aheadS > 0 ? 1 - CATCH_UP : 1 + CATCH_UP) };
}
