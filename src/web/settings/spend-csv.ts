import type { SpendBy, SpendRow } from '#contract/cost.ts';

const COLUMNS = ['usd', 'paid', 'pictures', 'clips', 'clip_seconds', 'scripts', 'readings', 'unknown_cost'];

/** What was spent as a table for a spreadsheet: amounts in dollars with a point, whatever the language. */
export function spendCsv(by: SpendBy, rows: readonly SpendRow[], nameOf: (row: SpendRow) => string): string {
  const lines = rows.map((row) => {
    const { pictures, clips, clipSeconds, scripts, readings } = row.made;
    const figures = [row.generations, pictures, clips, clipSeconds, scripts, readings, row.unknownCount];
    return [row.key ?? '', nameOf(row), (row.spentMicroUsd / 1_000_000).toFixed(6), ...figures.map(String)];
  });
  return [[by, 'name', ...COLUMNS], ...lines].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

/** Quoted where it must be; a name that a spreadsheet would run as a formula is defused. */
function cell(text: string): string {
  const safe = /^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
