import type { PlacedOverlay } from '#domain/timeline/plan-film.ts';

/** Asks how large overlays were drawn; a new function whenever something was drawn since. */
export function useDrawnSizes(): (placed: PlacedOverlay) => { readonly width: number; readonly height: number } | null {
  return undrawn;
}

const undrawn = () => null;
