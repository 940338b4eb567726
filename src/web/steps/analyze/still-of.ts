import { FILMSTRIP_FRAMES } from '#contract/filmstrip.ts';

/**
 * Which still of the strip shows a moment of a shot; one that lies before the shot is exchanged for the first one in it,
 * where there is one.
 *
 * @param share the moment, 0 to 1 of the video
 * @param shot where it begins and ends, 0 to 1 of the video
 */
export function stillOf(share: number, shot: { readonly start: number; readonly end: number }): number {
  const last = FILMSTRIP_FRAMES - 1;
  const place = Math.floor(share * FILMSTRIP_FRAMES);
  const first = Math.ceil(shot.start * FILMSTRIP_FRAMES - 1e-6);
  const isInside = first < shot.end * FILMSTRIP_FRAMES;
  return Math.min(last, Math.max(0, isInside ? Math.max(place, first) : place));
}
