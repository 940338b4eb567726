/**
 * What a table says of a model by the beginning of its id, so that a new version of a family is asked as its siblings are;
 * the longest beginning counts. undefined: nothing.
 */
export function byBeginning<T>(table: Readonly<Record<string, T>>, modelId: string): T | undefined {
  const beginnings = Object.keys(table).filter((beginning) => modelId.startsWith(beginning));
  return table[beginnings.toSorted((a, b) => b.length - a.length)[0] ?? ''];
}
