import { type RefObject, useLayoutEffect } from 'react';
import { useTimelineView } from './timeline-view.ts';

/** The space between two things that meet. */
const APART_PX = 1;
const LEAST_PX = 3;

/** How wide a thing is drawn that takes so much of its track. */
export const drawnWidthPx = (widthPx: number): number => Math.max(LEAST_PX, widthPx - APART_PX);

/**
 * Keeps an element over its frames of the film, whatever the scale. It goes along without React: a wheel changes the scale at
 * every frame of the screen, of two hundred things at once.
 */
export function usePlaceAtScale(
  element: RefObject<HTMLElement | null>,
  { startFrame, endFrame }: { readonly startFrame: number; readonly endFrame: number },
): void {
  useLayoutEffect(() => {
    const place = (): void => {
      const { scale } = useTimelineView.getState();
      const left = `${startFrame * scale}px`;
      const width = `${drawnWidthPx((endFrame - startFrame) * scale)}px`;
      if (element.current) Object.assign(element.current.style, { left, width });
    };
    place();
    return useTimelineView.subscribe((now, before) => {
      if (now.scale !== before.scale) place();
    });
  }, [element, startFrame, endFrame]);
}
