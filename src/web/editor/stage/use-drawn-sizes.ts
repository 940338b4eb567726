import { useEffect, useState } from 'react';
import type { PlacedOverlay } from '#domain/timeline/plan-film.ts';
import type { FilmSize } from '../titles/overlay-bitmap.ts';
import { editorBitmaps } from '../titles/editor-bitmaps.ts';

/** How large an overlay was drawn; null until it was. */
type DrawnSizeOf = (placed: PlacedOverlay) => FilmSize | null;

/** Asks how large overlays were drawn; a new function whenever something was drawn since. */
export function useDrawnSizes(): DrawnSizeOf {
  const [sizeOf, setSizeOf] = useState<DrawnSizeOf>(asking);
  useEffect(() => editorBitmaps().onReady(() => setSizeOf(asking)), []);
  return sizeOf;
}

const asking =
  (): DrawnSizeOf =>
  (placed): FilmSize | null =>
    editorBitmaps().sizeOf(placed);
