/*
 * How far apart moments lie on the screen. A scale is in pixels a frame of the film; the slider's places are its logarithm,
 * so that a step of it is the same anywhere.
 */

/** A frame is as wide as a finger. */
export const MOST_SCALE = 32;

const FREE_SHARE = 0.08; // of the window stays free after the end, so that there is somewhere to drop things
const SLIDER_STEPS = 100;

/** The scale at which the whole film is seen in a window so many pixels wide. */
export function fitScale(lengthFrames: number, windowPx: number): number {
  const fit = (windowPx * (1 - FREE_SHARE)) / Math.max(1, lengthFrames);
  return Math.min(MOST_SCALE, Math.max(1e-4, fit));
}

/** The smallest scale there is: the whole film and as much again. */
export function leastScale(lengthFrames: number, windowPx: number): number {
  return fitScale(lengthFrames, windowPx) / 2;
}

/** A scale brought between the smallest and the largest. */
export function clampScale(scale: number, least: number): number {
  return Math.min(MOST_SCALE, Math.max(least, scale));
}

/** Where the slider stands for a scale, 0 to 100. */
export function sliderOf(scale: number, least: number): number {
  return Math.round((SLIDER_STEPS * Math.log(scale / least)) / Math.log(MOST_SCALE / least));
}

/** The scale where the slider stands. */
export function scaleOfSlider(place: number, least: number): number {
  return least * (MOST_SCALE / least) ** (place / SLIDER_STEPS);
}

/**
 * How far a window must be scrolled after a change of scale, so that the frame under a point of it stays there.
 *
 * @param atPx that point, from the start of the window
 */
export function scrollAround(given: {
  readonly scrollPx: number;
  readonly atPx: number;
  readonly before: number;
  readonly after: number;
}): number {
  const frame = (given.scrollPx + given.atPx) / given.before;
  return Math.max(0, frame * given.after - given.atPx);
}

/** A stretch of pixels around what a window shows, so coarse that small scrolls change nothing. */
export interface PixelWindow {
  readonly fromPx: number;
  readonly toPx: number;
}

/** In steps of so many pixels. */
export const COARSE_PX = 512;

/** What to draw for a window that is scrolled so far: itself, and at least half a screen on each side. */
export function windowAround(scrollPx: number, widthPx: number): PixelWindow {
  return {
    fromPx: Math.max(0, Math.floor(scrollPx / COARSE_PX - 1) * COARSE_PX),
    toPx: Math.ceil((scrollPx + widthPx) / COARSE_PX + 1) * COARSE_PX,
  };
}
