import { type ComponentProps, type CSSProperties, useLayoutEffect, useRef } from 'react';
import { classes } from '../../ui/classes.ts';
import { useTimelineView } from './timeline-view.ts';

/** The space between two things that meet. */
const APART_PX = 1;
const LEAST_PX = 3;

/** How wide a thing is drawn that takes so much of its track. */
export const drawnWidthPx = (widthPx: number): number => Math.max(LEAST_PX, widthPx - APART_PX);

/** Wide enough that the 64ths of a pixel, which a browser counts in, do not add up along a film of hours. */
const UNIT_FRAMES = 10_000;

/** So many frames of the film, as a share of a FilmBox. */
export const shareOf = (frames: number): string => `${(frames * 100) / UNIT_FRAMES}%`;

/** Where a thing lies in such a box, and how wide it is drawn: `drawnWidthPx`, at whatever scale. */
export const placedOver = (startFrame: number, endFrame: number): CSSProperties => ({
  left: shareOf(startFrame),
  width: `max(${LEAST_PX}px, ${shareOf(endFrame - startFrame)} - ${APART_PX}px)`,
});

/**
 * A box as wide as a number of frames, whatever the scale. What lies in it is placed by shares of it: a wheel changes the scale
 * at every frame of the screen, and then the style of this box alone, not of two hundred things.
 */
export function FilmBox({ className, ...rest }: ComponentProps<'div'>) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const widen = (): void => {
      if (ref.current) ref.current.style.width = `${UNIT_FRAMES * useTimelineView.getState().scale}px`;
    };
    widen();
    return useTimelineView.subscribe((now, before) => {
      if (now.scale !== before.scale) widen();
    });
  }, []);
  return <div ref={ref} className={classes('absolute inset-y-0 left-0', className)} {...rest} />;
}
