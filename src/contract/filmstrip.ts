/**
 * Stills of a filmstrip, side by side in one picture and of one width, evenly spaced: the n-th shows the moment
 * n / FILMSTRIP_FRAMES of the video.
 */
export const FILMSTRIP_FRAMES = 24;
