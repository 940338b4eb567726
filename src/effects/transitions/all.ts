import type { TransitionType } from '#contract/scene.ts';
import { cut } from './cut.ts';
import { dissolve } from './dissolve.ts';
import { fade } from './fade.ts';
import { slide } from './slide.ts';
import type { Transition } from './transition.ts';
import { wipe } from './wipe.ts';

/** Every transition there is, in the order a menu shows them. One more is one more line here. */
export const transitions: readonly Transition[] = [
  cut,
  fade,
  dissolve,
  wipe('left'),
  wipe('right'),
  wipe('up'),
  wipe('down'),
  slide('left'),
  slide('right'),
  slide('up'),
  slide('down'),
];

const byId = new Map(transitions.map((transition) => [transition.id, transition]));

/** The transition of a name; a name nobody drew is a cut. */
export function transitionOf(type: TransitionType): Transition {
  return byId.get(type) ?? cut;
}
