import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Blend, Scissors, Sunset, type LucideIcon } from 'lucide-react';
import type { TransitionType } from '#contract/scene.ts';

/** The transitions in the order in which they are offered, each with a glyph. */
export const TRANSITION_ICONS: Readonly<Record<TransitionType, LucideIcon>> = {
  cut: Scissors,
  fade: Sunset,
  dissolve: Blend,
  wipeleft: ArrowLeft,
  wiperight: ArrowRight,
  wipeup: ArrowUp,
  wipedown: ArrowDown,
  slideleft: ArrowLeft,
  slideright: ArrowRight,
  slideup: ArrowUp,
  slidedown: ArrowDown,
};

/** The transition of a scene as one of those that are offered; an unknown name is a cut, as in the film. */
export const transitionOf = (name: string): TransitionType =>
  name in TRANSITION_ICONS ? (name as TransitionType) : 'cut';
