import type { Fps } from '#contract/fps.ts';

/** The frame rate of a new film; the editor can choose another. */
export const FILM_FPS: Fps = { num: 30, den: 1 };
