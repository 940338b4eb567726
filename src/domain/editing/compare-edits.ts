import type { Timeline } from '#contract/timeline.ts';
import { type Item, itemsOf } from './items.ts';
import { patched } from './sharing.ts';

/** How one edit differs from another of the same film. */
interface EditDifference {
  /** Things that only this edit has. */
  readonly own: readonly Item[];
  /** Things that both have and that are not the same, as this edit has them. */
  readonly changed: readonly Item[];
  /** Size, rate, loudness or markers differ. */
  readonly isFilmChanged: boolean;
}

/** What is different in an edit, seen from another one. */
export function differenceOf(edit: Timeline, other: Timeline): EditDifference {
  const others = new Map(itemsOf(other).map(({ kind, item }) => [`${kind} ${item.id}`, item]));
  const partner = ({ kind, item }: Item) => others.get(`${kind} ${item.id}`);
  const items = itemsOf(edit);
  const film = ({ width, height, fps, loudnessLufs, markers }: Timeline) => ({
    width,
    height,
    fps,
    loudnessLufs,
    markers: markers ?? [],
  });
  const own = film(edit);
  return {
    own: items.filter((one) => partner(one) === undefined),
    changed: items.filter((one) => {
      const there = partner(one);
      return there !== undefined && !isSame(one.item, there);
    }),
    isFilmChanged: !isSame(own, film(other)),
  };
}

const isSame = (one: object, other: object): boolean =>
  Object.keys(one).length === Object.keys(other).length && patched(one, other) === one;
