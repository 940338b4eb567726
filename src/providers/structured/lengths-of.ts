/**
 * Lengths in seconds as models write them, `4`, `"4"` or `"4s"`, none longer than that. One that cannot be read is as long
 * as the others are on average; where none can, each is a second.
 */
export function lengthsOf(given: readonly unknown[], longestS: number): number[] {
  const read = given.map((one) => secondsOf(one, longestS));
  const known = read.filter((length) => length !== null);
  const usualS = known.length === 0 ? 1 : known.reduce((sum, length) => sum + length, 0) / known.length;
  return read.map((length) => length ?? usualS);
}

function secondsOf(given: unknown, longestS: number): number | null {
  const seconds = typeof given === 'string' ? Number.parseFloat(given) : given;
  return typeof seconds === 'number' && seconds > 0 ? Math.min(seconds, longestS) : null;
}
