import { hasPoint, type Point, type TurnedBox } from './turned-box.ts';

/** Something that can be hit, lowest first in a list of them. */
interface Target {
  readonly id: string;
  readonly box: TurnedBox;
}

/** Ids of what lies under a place, topmost first. */
export function hitsAt(targets: readonly Target[], point: Point, leastPx: number): readonly string[] {
  return targets
    .filter(({ box }) => hasPoint(box, point, leastPx))
    .map(({ id }) => id)
    .toReversed();
}

/** What a press takes hold of: what is selected already, else the topmost; null beside everything. */
export function hitBy(hits: readonly string[], selection: readonly string[]): string | null {
  return hits.find((id) => selection.includes(id)) ?? hits[0] ?? null;
}

/** What lies next deeper than `id` under the same place, and after the lowest the topmost again. */
export function nextDeeper(hits: readonly string[], id: string): string | null {
  return hits[(hits.indexOf(id) + 1) % Math.max(1, hits.length)] ?? null;
}
