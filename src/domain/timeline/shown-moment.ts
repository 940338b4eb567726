import type { Fps } from '#contract/fps.ts';

/**
 * A frame of the film shows the newest source frame at most this much later than itself, in frames of the film; no usual pair
 * of rates ties there. The export and the preview both go by it.
 */
export const SHOWN_UNTIL_FRAME = 0.3137;

const NOISE = 1e-6; // of a frame: what seconds in binary lose

/** A video as far as it matters which of its frames are seen. */
export interface SeenSource {
  /** Its own rate; null where that is not known. */
  readonly fps: Fps | null;
  /** How many frames of the film's rate it lasts; null where that is not known. */
  readonly frames: number | null;
}

/**
 * The moment of a file, in seconds, at which a player shows what a frame of the film shows. It lies within a source frame, never
 * on the edge between two. After the end of the file the last frame is held.
 *
 * @param sourceFrame counted at the film's rate
 */
export function shownMoment(source: SeenSource, sourceFrame: number, film: Fps): number {
  const latest = latestMoment(source, sourceFrame, film);
  if (!source.fps) return latest;
  return ((Math.floor(latest * rateOf(source.fps) + NOISE) + 0.5) * source.fps.den) / source.fps.num;
}

/**
 * The frames of the film (at its rate, counted in the source) that show the source frame which begins at a moment of the file.
 * `last` is the last of them; the frame that the file ends with is held for ever.
 */
export function framesShowing(
  source: SeenSource,
  momentS: number,
  film: Fps,
): { readonly first: number; readonly last: number } {
  const first = firstShowing(momentS, film);
  if (source.frames !== null && first >= source.frames - 1) return { first: source.frames - 1, last: Infinity };
  if (!source.fps) return { first, last: first };
  return { first, last: Math.max(first, firstShowing(momentS + source.fps.den / source.fps.num, film) - 1) };
}

/** How many frames of the film a source of this length has something new for, at least one; after them its last is held. */
export function framesLasting(durationS: number, film: Fps): number {
  return Math.max(1, firstShowing(durationS, film));
}

/** The newest frame that begins no later than this is seen. */
function latestMoment({ frames }: SeenSource, sourceFrame: number, film: Fps): number {
  const there = frames === null ? sourceFrame : Math.min(sourceFrame, frames - 1);
  return ((Math.max(0, there) + SHOWN_UNTIL_FRAME) * film.den) / film.num;
}

function firstShowing(momentS: number, film: Fps): number {
  return Math.max(0, Math.ceil(momentS * rateOf(film) - SHOWN_UNTIL_FRAME - NOISE));
}

const rateOf = ({ num, den }: Fps): number => num / den;
