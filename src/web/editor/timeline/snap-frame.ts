/** How near, in pixels, something is drawn to what lies there. */
export const SNAP_PX = 8;

/** What a drag is drawn to: by how many frames it moves then, and the frame where a line shows why. */
export interface Snap {
  readonly byFrames: number;
  /** Null: nothing is near. */
  readonly guideFrame: number | null;
}

/**
 * Draws a drag to the nearest point, where one is within reach of one of its edges.
 *
 * @param edges frames of what is dragged, before the drag: of a clip both ends, of a trim the one
 * @param points sorted, from low to high
 */
export function snapDrag(given: {
  readonly edges: readonly number[];
  readonly byFrames: number;
  readonly points: readonly number[];
  readonly reachFrames: number;
}): Snap {
  const { edges, byFrames, points, reachFrames } = given;
  let best: { readonly off: number; readonly guideFrame: number } | null = null;
  for (const edge of edges) {
    const at = edge + byFrames;
    for (const point of nearest(points, at)) {
      const off = point - at;
      if (Math.abs(off) <= reachFrames && (best === null || Math.abs(off) < Math.abs(best.off))) {
        best = { off, guideFrame: point };
      }
    }
  }
  return best === null
    ? { byFrames: Math.round(byFrames), guideFrame: null }
    : { byFrames: Math.round(byFrames + best.off), guideFrame: best.guideFrame };
}

/** The points before and after a moment. */
function nearest(points: readonly number[], at: number): readonly number[] {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle] ?? Infinity) < at) low = middle + 1;
    else high = middle;
  }
  return points.slice(Math.max(0, low - 1), low + 1);
}
