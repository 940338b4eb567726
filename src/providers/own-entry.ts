/** What a table says of a word that somebody else chose; undefined where it says nothing, whatever objects inherit. */
export function ownEntry<T>(table: Readonly<Record<string, T>>, word: string | undefined): T | undefined {
  return word !== undefined && Object.hasOwn(table, word) ? table[word] : undefined;
}
