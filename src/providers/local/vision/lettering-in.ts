const EDGE = 36; // step of brightness between neighbours that lettering makes, of 255
const CELL_WIDTH = 8;
const CELL_HEIGHT = 5;
const LEAST_TURNS = 1.4; // edges of either sign a row and cell: letters alternate, a single border does not
const LEAST_RUN = 0.2; // of the frame's width

/**
 * Tells whether a frame looks as if words stood on it: a run of cells with many edges that alternate, calmer above or below.
 *
 * A weak sign: fences and foliage can pass for letters, and small or soft type is missed at this size.
 */
export function looksLettered(rgb: Uint8Array, width: number, height: number): boolean {
  const [columns, rows] = [Math.floor(width / CELL_WIDTH), Math.floor(height / CELL_HEIGHT)];
  const busy = Array.from({ length: rows }, (_none, row) =>
    Array.from(
      { length: columns },
      (_nothing, column) => turnsIn(rgb, width, column * CELL_WIDTH, row * CELL_HEIGHT) >= LEAST_TURNS,
    ),
  );
  const share = (row: number): number => (busy[row] ?? []).filter(Boolean).length / columns;
  return busy.some((cells, row) => {
    if (longestRun(cells) < columns * LEAST_RUN) return false;
    const calmAround = Math.min(share(row - 2), share(row - 1), share(row + 1), share(row + 2));
    return share(row) < 0.95 && calmAround < share(row) * 0.35;
  });
}

/** Changes between a rise and a fall, in a row of the cell on average. */
function turnsIn(rgb: Uint8Array, width: number, left: number, top: number): number {
  let turns = 0;
  for (let row = top; row < top + CELL_HEIGHT; row++) {
    let direction = 0;
    for (let column = left; column < left + CELL_WIDTH; column++) {
      const at = (row * width + column) * 3 + 1; // green is most of brightness
      const step = (rgb[at + 3] ?? rgb[at] ?? 0) - (rgb[at] ?? 0);
      if (Math.abs(step) < EDGE || Math.sign(step) === direction) continue;
      if (direction !== 0) turns++;
      direction = Math.sign(step);
    }
  }
  return turns / CELL_HEIGHT;
}

function longestRun(cells: readonly boolean[]): number {
  let [longest, current] = [0, 0];
  for (const cell of cells) {
    current = cell ? current + 1 : 0;
    longest = Math.max(longest, current);
  }
  return longest;
}
