import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLikeness } from './parity-likeness.ts';

/** What of one kind of film was compared, and how alike it was. */
export interface ParityRow {
  readonly what: string;
  readonly bars: Partial<FrameLikeness>;
  readonly frames: readonly ({ readonly name: string } & FrameLikeness)[];
}

const MEASURES = ['luma', 'detail', 'colour'] as const;

/** The least likeness of any frame, by measure. */
export function worstOf(frames: ParityRow['frames']): FrameLikeness {
  const least = (measure: keyof FrameLikeness): number => Math.min(...frames.map((frame) => frame[measure]));
  return { luma: least('luma'), detail: least('detail'), colour: least('colour') };
}

/** Prints the figures, and writes them to `out/parity.md`. */
export function reportParity(rows: readonly ParityRow[], seed: number): void {
  const lines = rows.map(({ what, bars, frames }) => {
    const worst = worstOf(frames);
    const at = frames.find(({ luma }) => luma === worst.luma)?.name ?? '';
    const cells = MEASURES.map((measure) => {
      const bar = bars[measure];
      return `${worst[measure].toFixed(5)}${bar === undefined ? '' : ` (≥ ${String(bar)})`}`;
    });
    return `| ${[what, String(frames.length), ...cells, at].join(' | ')} |`;
  });
  const table = [
    '# Preview beside export: SSIM of the worst frame',
    '',
    `Random films of seed ${String(seed)}. “Detail” is the luma of what is not flat.`,
    '',
    '| what | frames | luma | detail | colour | worst at |',
    '|---|---|---|---|---|---|',
    ...lines,
    '',
  ].join('\n');
  const directory = join(import.meta.dirname, '../../out');
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'parity.md'), table);
  console.log(table);
}
