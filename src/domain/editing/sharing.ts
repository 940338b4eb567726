/*
 * An edit shares with the one before it whatever did not change: then a step of the history costs little, and what is
 * shown of it is drawn again only where it changed.
 */

/** What is to change of a thing; `undefined` takes an optional key away. */
export type Changes<Thing> = { readonly [Key in keyof Thing]?: Thing[Key] | undefined };

/** A thing with some of its keys changed: itself where they say what it says already. */
export function patched<Thing extends object>(thing: Thing, changes: Changes<Thing>): Thing {
  const differing = Object.entries(changes).filter(([key, value]) => !isSame(value, thing[key as keyof Thing]));
  if (differing.length === 0) return thing;
  const after = { ...thing, ...Object.fromEntries(differing) };
  for (const [key, value] of differing) if (value === undefined) delete after[key as keyof Thing];
  return after;
}

/** A list in which some things are changed or gone (null): itself where none is. */
export function mapShared<Thing>(
  list: readonly Thing[],
  change: (thing: Thing, place: number) => Thing | null,
): readonly Thing[] {
  const changed = list.map(change);
  return changed.every((thing, place) => thing === list[place]) ? list : changed.filter((thing) => thing !== null);
}

function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  return (
    Array.isArray(one) === Array.isArray(other) &&
    keys.length === others.length &&
    keys.every((key) => key in other && isSame((one as Keys)[key], (other as Keys)[key]))
  );
}

type Keys = Readonly<Record<string, unknown>>;
