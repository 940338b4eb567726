import type { Tempo } from '#contract/style-guide.ts';
import { MOST_CHARACTERS } from './brief.ts';

const shotS = { fast: 2.5, medium: 3, slow: 4 } as const satisfies Record<Tempo, number>;
const LEAST_SHOT_S = 0.5;
const MOST_SCENES = 60;

const LONGEST_SHOT_S = 4;
const MOST_SILENT_SCENES = 3;

/**
 * How many scenes a film gets by itself: by its tempo, longer films cut more slowly, as people watch them; fewer and longer ones where
 * the brief has little to say.
 */
export function defaultSceneCount(durationS: number, tempo: Tempo, speaking: number): number {
  const calmer = Math.min(1.6, Math.max(1, (durationS / 30) ** 0.25));
  const usual = Math.round(durationS / (shotS[tempo] * calmer));
  const fewest = Math.ceil(durationS / (LONGEST_SHOT_S * calmer));
  return clamp(Math.min(usual, Math.max(fewest, speaking + MOST_SILENT_SCENES)), 1, MOST_SCENES);
}

/** The number asked for, unless the film is too short to see so many pictures. */
export function possibleSceneCount(asked: number, durationS: number): number {
  return clamp(Math.min(asked, Math.floor(durationS / LEAST_SHOT_S)), 1, MOST_SCENES);
}

/** The shares of a film by itself: the first scene and the last stand half as long again. */
export function plainWeights(sceneCount: number): readonly number[] {
  return Array.from({ length: sceneCount }, (_, place) =>
    sceneCount > 2 && (place === 0 || place === sceneCount - 1) ? 1.5 : 1,
  );
}

/**
 * Lengths in seconds in the proportion of the weights, which add up to the whole exactly.
 *
 * On a grid of 0.05 s where the whole lies on it, else of 0.001 s. No scene is shorter than `leastS`, as far as there is room.
 */
export function divide(wholeS: number, weights: readonly number[], leastS = 0.2): readonly number[] {
  const wholeMs = Math.round(wholeS * 1000);
  const gridMs = wholeMs % 50 === 0 && wholeMs / 50 >= weights.length * 10 ? 50 : 1;
  const units = Math.round(wholeMs / gridMs);
  const leastUnits = Math.min(Math.ceil((leastS * 1000) / gridMs), Math.floor(units / weights.length));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const free = units - leastUnits * weights.length;
  const exact = weights.map((weight) => (sum > 0 ? (weight / sum) * units : units / weights.length));
  // What the shortest are lifted by is taken from the others in proportion.
  const above = exact.map((value) => Math.max(0, value - leastUnits));
  const aboveSum = above.reduce((total, value) => total + value, 0);
  const lengths = above.map((value) => leastUnits + (aboveSum > 0 ? (value / aboveSum) * free : free / weights.length));
  return largestRemainder(lengths, units).map((count) => (count * gridMs) / 1000);
}

const READING_CHARACTERS_PER_S = 15;
const LEAST_SHOWN_S = 1.2;

/** The characters there is time to read in a scene; 0 where words would only flash. */
export function roomIn(durationS: number): number {
  return durationS < LEAST_SHOWN_S ? 0 : Math.min(MOST_CHARACTERS, Math.floor(durationS * READING_CHARACTERS_PER_S));
}

/** How long words have to be seen; 0 for none. */
export function readingS(words: string | null): number {
  return words === null ? 0 : Math.max(LEAST_SHOWN_S, words.length / READING_CHARACTERS_PER_S);
}

const GRID_S = 0.05; // what rounding to the grid may take away again

/** The same whole with every scene at least as long as it needs; null where the whole is too short for that. */
export function stretch(durationsS: readonly number[], neededS: readonly number[]): readonly number[] | null {
  const needs = neededS.map((need) => (need === 0 ? 0 : need + GRID_S));
  const wholeS = durationsS.reduce((sum, length) => sum + length, 0);
  const held = new Set<number>();
  for (;;) {
    const heldS = [...held].reduce((sum, place) => sum + (needs[place] ?? 0), 0);
    const freeS = durationsS.reduce((sum, length, place) => (held.has(place) ? sum : sum + length), 0);
    if (heldS > wholeS * 0.95 || freeS <= 0) return null;
    const factor = (wholeS - heldS) / freeS;
    const short = needs.flatMap((need, place) =>
      !held.has(place) && (durationsS[place] ?? 0) * factor < need ? [place] : [],
    );
    if (short.length === 0) {
      return durationsS.map((length, place) => (held.has(place) ? (needs[place] ?? 0) : length * factor));
    }
    for (const place of short) held.add(place);
  }
}

function largestRemainder(values: readonly number[], total: number): readonly number[] {
  const floors = values.map((value) => Math.floor(value + 1e-9));
  let left = total - floors.reduce((sum, value) => sum + value, 0);
  const order = values
    .map((value, place) => ({ place, rest: value - (floors[place] ?? 0) }))
    .toSorted((a, b) => b.rest - a.rest);
  for (const { place } of order) {
    if (left <= 0) break;
    floors[place] = (floors[place] ?? 0) + 1;
    left--;
  }
  return floors;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
