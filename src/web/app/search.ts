/*
 * What an address may say after its question mark, read without a schema library: what is not understood is left out, so
 * that an old or a mistyped link still opens its screen.
 */

type Reader<T> = (given: unknown) => T | undefined;

/** Any words, none where they are empty. */
export const words: Reader<string> = (given) =>
  typeof given === 'string' && given !== '' ? given : typeof given === 'number' ? String(given) : undefined;

/** A whole number from 0 on. */
export const place: Reader<number> = (given) => {
  const value = typeof given === 'string' ? Number(given) : given;
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
};

/** Present and true, or not there. */
export const flag: Reader<true> = (given) => (given === true || given === 'true' || given === 1 ? true : undefined);

/** One of a few words. */
export const oneOf =
  <const T extends string>(...known: readonly T[]): Reader<T> =>
  (given) =>
    known.find((one) => one === given);

type Read<R extends Record<string, Reader<unknown>>> = { [K in keyof R]?: NonNullable<ReturnType<R[K]>> | undefined };

/** Reads the search of a route: `validateSearch: searchOf({ q: words, scene: place })`. */
export const searchOf =
  <R extends Record<string, Reader<unknown>>>(readers: R) =>
  (given: Record<string, unknown>): Read<R> =>
    Object.fromEntries(
      Object.entries(readers).flatMap(([name, read]) => {
        const value = read(given[name]);
        return value === undefined ? [] : [[name, value]];
      }),
    ) as Read<R>;
