/** Where a key leads in a grid that is read line by line; null where the key leads nowhere. */
export function nextInGrid(key: string, { from, count, columns, isRightToLeft = false }: GridPlace): number | null {
  if (count === 0) return null;
  const to = target(isRightToLeft ? mirrored(key) : key, { from, count, columns });
  return to === null ? null : Math.min(count - 1, Math.max(0, to));
}

/** Which of how many, in how many columns. */
interface GridPlace {
  readonly from: number;
  readonly count: number;
  readonly columns: number;
  readonly isRightToLeft?: boolean;
}

const PAGE_ROWS = 4;

function target(key: string, { from, count, columns }: GridPlace): number | null {
  switch (key) {
    case 'ArrowLeft':
      return from - 1;
    case 'ArrowRight':
      return from + 1;
    case 'ArrowUp':
      return from - columns < 0 ? from : from - columns;
    case 'ArrowDown':
      return down(from, columns, count);
    case 'PageUp':
      return from - Math.min(PAGE_ROWS, Math.floor(from / columns)) * columns;
    case 'PageDown':
      return down(from, columns * PAGE_ROWS, count);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** Down, and from the line before a short last one to its end. */
const down = (from: number, by: number, count: number): number => Math.min(from + by, count - 1);

const mirrored = (key: string): string =>
  key === 'ArrowLeft' ? 'ArrowRight' : key === 'ArrowRight' ? 'ArrowLeft' : key;
