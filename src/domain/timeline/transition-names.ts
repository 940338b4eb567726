import { TransitionType } from '#contract/scene.ts';

/** What people and models write for the transitions there are; letters only, in lower case. */
const aliases: Readonly<Record<string, TransitionType>> = {
  '': 'cut',
  none: 'cut',
  hardcut: 'cut',
  jumpcut: 'cut',
  crossfade: 'fade',
  crossdissolve: 'fade',
  mix: 'fade',
  wipe: 'wipeleft',
  slide: 'slideleft',
  push: 'slideleft',
  pushleft: 'slideleft',
  pushright: 'slideright',
  pushup: 'slideup',
  pushdown: 'slidedown',
};

/** The transition a name means. `known` is false where it means none we have: a cut stands in, and the caller says so. */
export function transitionFromName(name: string): { readonly type: TransitionType; readonly known: boolean } {
  const letters = name.toLowerCase().replaceAll(/[^a-z]/g, '');
  const exact = TransitionType.safeParse(letters);
  if (exact.success) return { type: exact.data, known: true };
  const alias = aliases[letters];
  return alias === undefined ? { type: 'cut', known: false } : { type: alias, known: true };
}
