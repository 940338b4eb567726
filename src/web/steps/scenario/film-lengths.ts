/*
 * Lengths of a film in seconds, in tenths as they are written.
 */

/** A scene as far as lengths go. */
interface Long {
  readonly duration_seconds: number;
}

const tenths = (seconds: number): number => Math.round(seconds * 10) / 10;

/** Where each scene begins, and how long they are together. */
export function placesOf(scenes: readonly Long[]): { readonly startsS: readonly number[]; readonly totalS: number } {
  let totalS = 0;
  const startsS = scenes.map(({ duration_seconds }) => {
    const startS = totalS;
    totalS += duration_seconds;
    return startS;
  });
  return { startsS, totalS };
}

/** How a film stands to the length it is to have. */
export type Fit =
  | { readonly kind: 'none' | 'exact' }
  | {
      readonly kind: 'over' | 'under';
      /** Seconds, above 0. */
      readonly byS: number;
      readonly offer: LengthOffer | null;
    };

/** One press that makes a film as long as it is to be: one scene of another length, or all in proportion. */
export type LengthOffer =
  | { readonly kind: 'one'; readonly place: number; readonly toS: number; readonly lengthsS: readonly number[] }
  | { readonly kind: 'all'; readonly lengthsS: readonly number[] };

const CLOSE_S = 0.05; // less is no difference that anybody sees
const LEAST_S = 0.5; // shorter scenes only flicker
const MOST_OF_ONE = 0.25; // of its length; more than that is spread over all

/** Compares a film with its target, and offers what would mend it. */
export function fitOf(scenes: readonly Long[], targetS: number | null): Fit {
  if (targetS === null || scenes.length === 0) return { kind: 'none' };
  const differenceS = placesOf(scenes).totalS - targetS;
  if (Math.abs(differenceS) < CLOSE_S) return { kind: 'exact' };
  return {
    kind: differenceS > 0 ? 'over' : 'under',
    byS: Math.abs(differenceS),
    offer: offerOf(scenes, targetS, differenceS),
  };
}

function offerOf(scenes: readonly Long[], targetS: number, differenceS: number): LengthOffer | null {
  const lengths = scenes.map(({ duration_seconds }) => duration_seconds);
  const longest = Math.max(...lengths);
  const place = lengths.indexOf(longest);
  const toS = Math.round((longest - differenceS) * 100) / 100;
  if (Math.abs(differenceS) <= longest * MOST_OF_ONE && toS >= LEAST_S) {
    return { kind: 'one', place, toS, lengthsS: lengths.map((length, at) => (at === place ? toS : length)) };
  }
  const lengthsS = scaled(lengths, targetS);
  return lengthsS === null ? null : { kind: 'all', lengthsS };
}

/** Lengths in the same proportions, in tenths, together as long as that; null where scenes would only flicker. */
function scaled(lengths: readonly number[], targetS: number): readonly number[] | null {
  const totalS = lengths.reduce((sum, length) => sum + length, 0);
  const rounded = lengths.map((length) => tenths((length * targetS) / totalS));
  if (rounded.some((length) => length < LEAST_S)) return null;
  const restS = targetS - rounded.reduce((sum, length) => sum + length, 0);
  const longest = rounded.indexOf(Math.max(...rounded));
  return rounded.map((length, place) => (place === longest ? Math.round((length + restS) * 100) / 100 : length));
}

/** A moment of a film as its script tells it: 00:08.5 */
export function formatStart(startS: number): string {
  const all = Math.round(startS * 10);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(all / 600))}:${two(Math.floor((all % 600) / 10))}.${all % 10}`;
}
