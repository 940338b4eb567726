/** What several things have in common; null where they differ, or where there are none. */
export function commonValue<Thing, Value extends string | number | boolean>(
  things: readonly Thing[],
  valueOf: (thing: Thing) => Value,
): Value | null {
  const [first] = things;
  if (first === undefined) return null;
  const value = valueOf(first);
  return things.every((thing) => valueOf(thing) === value) ? value : null;
}
