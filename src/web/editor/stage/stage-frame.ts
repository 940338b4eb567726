import { createContext, use } from 'react';
import type { Point } from './turned-box.ts';

/** The film as it lies on the stage. */
interface StageFrame {
  readonly width: number;
  readonly height: number;
  /** CSS pixels a pixel of the film takes. */
  readonly scale: number;
}

const frame = createContext<StageFrame>({ width: 1080, height: 1920, scale: 1 });

/** Gives what lies on the stage the film's size and scale. */
export const StageFrameProvider = frame.Provider;

/** The film's size and scale, for what lies on the stage. */
export const useStageFrame = (): StageFrame => use(frame);

/** Where in the film the pointer is, from its middle. */
export function filmPointOf(
  event: { readonly clientX: number; readonly clientY: number },
  layer: Element,
  { width, height, scale }: StageFrame,
): Point {
  const { left, top } = layer.getBoundingClientRect();
  return { x: (event.clientX - left) / scale - width / 2, y: (event.clientY - top) / scale - height / 2 };
}
