import { type RefObject, useEffect, useLayoutEffect } from 'react';
import { useEditor } from '../store/editor-store.ts';
import { timelineView, useTimelineView } from './timeline-view.ts';

const MOST_TRIES = 3; // the browser makes room for more film a frame later
const EDGE_SHARE = 0.1; // of the window: as far from its edge the playhead appears again

/** Keeps what is scrolled and what is drawn the same: the size of the window, the scale, the playhead, what has the focus. */
export function useScrolling(
  scroller: RefObject<HTMLElement | null>,
  { headPx, contentPx }: { readonly headPx: number; readonly contentPx: number },
): void {
  const scrollToPx = useTimelineView((view) => view.scrollToPx);
  const focus = useTimelineView((view) => view.focus);
  const workId = useEditor(({ place }) => place.workId);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const measure = () => timelineView.resize(Math.max(1, element.clientWidth - headPx));
    measure();
    const resized = new ResizeObserver(measure);
    resized.observe(element);
    const scrolled = () => timelineView.scrolled(element.scrollLeft);
    element.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', scrolled);
      timelineView.reset();
    };
  }, [scroller, headPx, workId]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || scrollToPx === null) return undefined;
    let request = 0;
    let tries = 0;
    const go = (): void => {
      element.scrollTo({ left: scrollToPx, behavior: 'instant' });
      const isThere = Math.abs(element.scrollLeft - scrollToPx) <= 1;
      if (isThere || (tries += 1) > MOST_TRIES) timelineView.arrived();
      else request = requestAnimationFrame(go);
    };
    go();
    return () => cancelAnimationFrame(request);
  }, [scroller, scrollToPx, contentPx]);

  useLayoutEffect(() => {
    const item = focus && scroller.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(focus.id)}"]`);
    if (!item) return;
    item.focus({ preventScroll: true });
    const { scrollLeft, clientWidth } = scroller.current ?? { scrollLeft: 0, clientWidth: 0 };
    const [left, right] = [item.offsetLeft, item.offsetLeft + item.offsetWidth];
    const isSeen = left < scrollLeft + clientWidth - headPx - 24 && right > scrollLeft + 24;
    if (!isSeen) scroller.current?.scrollTo({ left: Math.max(0, left - headPx / 2) });
  }, [scroller, focus, headPx]);

  useEffect(
    () =>
      useEditor.subscribe(({ playhead }, before) => {
        const element = scroller.current;
        if (!element || playhead === before.playhead || 'dragging' in document.documentElement.dataset) return;
        const { scale: now, widthPx } = useTimelineView.getState();
        const at = playhead * now;
        if (at >= element.scrollLeft && at <= element.scrollLeft + widthPx) return;
        const isOnwards = playhead > before.playhead;
        const left = Math.max(0, at - widthPx * (isOnwards ? EDGE_SHARE : 1 - EDGE_SHARE));
        element.scrollTo({ left, behavior: 'instant' });
      }),
    [scroller],
  );
}
