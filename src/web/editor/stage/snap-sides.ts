import type { Point, Sides } from './turned-box.ts';

/** Where things line up: upright lines by their x, level ones by their y, from the middle of the frame. */
export interface SnapLines {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

interface Frame {
  readonly width: number;
  readonly height: number;
}

/** The edges, middle and thirds of the frame, what is safe from the buttons of phone apps, and the other overlays. */
export function snapLinesOf(
  { width, height }: Frame,
  safe: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number },
  others: readonly Sides[],
): SnapLines {
  const shares = [0, 1 / 3, 1 / 2, 2 / 3, 1];
  return {
    x: [
      ...[...shares, safe.left, safe.right].map((share) => share * width - width / 2),
      ...others.flatMap(({ left, right }) => [left, (left + right) / 2, right]),
    ],
    y: [
      ...[...shares, safe.top, safe.bottom].map((share) => share * height - height / 2),
      ...others.flatMap(({ top, bottom }) => [top, (top + bottom) / 2, bottom]),
    ],
  };
}

/** What of a box may meet a line: all of it when it is moved, the pulled side when it is resized. */
export interface Meeting {
  readonly x: readonly ('left' | 'middle' | 'right')[];
  readonly y: readonly ('top' | 'middle' | 'bottom')[];
}

/** How far a box is to be shifted to meet the nearest lines, and which those are; null where none is near. */
export interface Snap {
  readonly shift: Point;
  readonly guides: { readonly x: number | null; readonly y: number | null };
}

/** What a moved box may meet lines with. */
const anySide: Meeting = { x: ['middle', 'left', 'right'], y: ['middle', 'top', 'bottom'] };

/** Finds the lines that a box nearly meets, each way by itself. */
export function snapOf(sides: Sides, lines: SnapLines, withinPx: number, meeting: Meeting = anySide): Snap {
  const { left, right, top, bottom } = sides;
  const at = { left, right, top, bottom };
  const x = nearest(
    meeting.x.map((side) => (side === 'middle' ? (left + right) / 2 : at[side])),
    lines.x,
    withinPx,
  );
  const y = nearest(
    meeting.y.map((side) => (side === 'middle' ? (top + bottom) / 2 : at[side])),
    lines.y,
    withinPx,
  );
  return { shift: { x: x?.by ?? 0, y: y?.by ?? 0 }, guides: { x: x?.line ?? null, y: y?.line ?? null } };
}

const AS_NEAR_PX = 1; // of the film: nobody sees less, and the middle is meant more often than an edge

/** The least shift that brings one of the places onto a line; of two about as near, the one named first. */
function nearest(
  places: readonly number[],
  lines: readonly number[],
  withinPx: number,
): { readonly by: number; readonly line: number } | null {
  let best: { readonly by: number; readonly line: number } | null = null;
  for (const place of places) {
    for (const line of lines) {
      const by = line - place;
      if (Math.abs(by) > withinPx || (best && Math.abs(by) > Math.abs(best.by) - AS_NEAR_PX)) continue;
      best = { by, line };
    }
  }
  return best;
}
