import type { TextOverlay } from '#contract/timeline.ts';
import { boxOfOverlay } from '#domain/timeline/overlay-box.ts';
import type { PlacedOverlay } from '#domain/timeline/plan-film.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** How large words were when they were last drawn. */
export interface KnownSize {
  readonly overlay: TextOverlay;
  readonly size: Size;
}

/**
 * How large an overlay is before it is turned, as it was drawn. Until it is drawn, as it was drawn last with other values;
 * before that, an estimate.
 *
 * @param known sizes by id, kept here between the calls
 */
export function sizeOfOverlay(
  placed: PlacedOverlay,
  drawnSizeOf: (placed: PlacedOverlay) => Size | null,
  known: Map<string, KnownSize>,
): Size {
  if (placed.kind === 'image') return { width: placed.overlay.width, height: placed.overlay.height };
  const { overlay } = placed;
  const drawn = drawnSizeOf(placed);
  if (drawn) {
    known.set(overlay.id, { overlay, size: drawn });
    return drawn;
  }
  const last = known.get(overlay.id);
  if (!last) return boxOfOverlay({ ...overlay, rotation: 0 });
  const scale = overlay.fontSize / last.overlay.fontSize;
  const lineScale = (overlay.lineHeight / last.overlay.lineHeight) * scale;
  return { width: overlay.maxWidth ?? last.size.width * scale, height: last.size.height * lineScale };
}
