import { type RefObject, useEffect } from 'react';
import { timelineView, useTimelineView } from './timeline-view.ts';

const WHEEL_SPEED = 0.0022; // a notch of a wheel is some 120: a quarter more or less
const PINCH_SPEED = 0.012; // a trackpad says small numbers, many of them

/** Ctrl with the wheel, a pinch on a trackpad and two fingers zoom around where they are; a wheel alone goes along the film. */
export function useTimelineZoom(scroller: RefObject<HTMLElement | null>, headPx: number): void {
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    let zoom: { readonly scale: number; readonly clientX: number } | null = null;
    let request = 0;
    const draw = (): void => {
      request = 0;
      if (zoom) timelineView.zoomTo(zoom.scale, at(zoom.clientX));
      zoom = null;
    };
    /** Once a frame of the screen: a wheel and a pinch say more than one can be drawn. */
    const zoomBy = (factor: number, clientX: number): void => {
      zoom = { scale: (zoom?.scale ?? useTimelineView.getState().scale) * factor, clientX };
      request ||= requestAnimationFrame(draw);
    };
    const at = (clientX: number): number => clientX - element.getBoundingClientRect().left - headPx;
    const wheel = (event: WheelEvent): void => {
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        const speed = Math.abs(event.deltaY) < 40 ? PINCH_SPEED : WHEEL_SPEED;
        return zoomBy(Math.exp(-event.deltaY * speed), event.clientX);
      }
      const hasMoreBelow = element.scrollHeight > element.clientHeight;
      if (event.shiftKey || event.deltaX !== 0 || hasMoreBelow) return undefined; // the browser's own way
      event.preventDefault();
      element.scrollLeft += event.deltaY;
      return undefined;
    };
    let pinch: { readonly apart: number } | null = null;
    const touch = (event: TouchEvent): void => {
      const [one, other] = [event.touches[0], event.touches[1]];
      if (!one || !other) {
        pinch = null;
        return;
      }
      event.preventDefault();
      const apart = Math.max(1, Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY));
      pinch ??= { apart };
      const factor = apart / pinch.apart;
      pinch = { apart };
      zoomBy(factor, (one.clientX + other.clientX) / 2);
    };
    const listening = new AbortController();
    const { signal } = listening;
    element.addEventListener('wheel', wheel, { signal, passive: false });
    for (const name of ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const) {
      element.addEventListener(name, touch, { signal, passive: false });
    }
    return () => {
      listening.abort();
      cancelAnimationFrame(request);
    };
  }, [scroller, headPx]);
}
