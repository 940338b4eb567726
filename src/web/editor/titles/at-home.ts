import type { PlacedOverlay } from '#domain/timeline/plan-film.ts';
import { homeOf } from '#effects/titles/home-of.ts';
import type { FilmSize } from './overlay-bitmap.ts';

/** An overlay without its place in the film: what is left has the same pixels wherever it stands and whenever it comes. */
export interface AtHome {
  /** The same for overlays that look the same. */
  readonly look: string;
  readonly placed: PlacedOverlay;
  /** Whole pixels from there to its place in the film. */
  readonly shift: { readonly x: number; readonly y: number };
}

/** Splits an overlay into what is drawn and where it goes, so that moving it by whole pixels draws nothing anew. */
export function atHome(placed: PlacedOverlay, film: FilmSize): AtHome {
  const { overlay, shift } = homeOf<PlacedOverlay['overlay']>(placed.overlay, film);
  const { id: _id, startFrame: _start, endFrame: _end, animation: _animation, opacity: _opacity, ...look } = overlay;
  return { look: JSON.stringify(look), placed: { ...placed, overlay } as PlacedOverlay, shift };
}
