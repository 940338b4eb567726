import { type RefObject, useEffect, useRef } from 'react';
import { useEditor } from '../store/editor-store.ts';
import { findLaid, laidOn, layoutOf, TRACKS } from './timeline-layout.ts';
import { timelineView } from './timeline-view.ts';

/** When the thing that had the focus is deleted, its neighbour has it: keys go on from there, and not from the top of the page. */
export function useKeptFocus(scroller: RefObject<HTMLElement | null>): void {
  const held = useRef<string | null>(null);
  useEffect(() => {
    const element = scroller.current;
    const focused = (event: FocusEvent): void => {
      held.current = (event.target as HTMLElement).dataset['item'] ?? null;
    };
    const left = (event: FocusEvent): void => {
      if (event.relatedTarget !== null) held.current = null;
    };
    element?.addEventListener('focusin', focused);
    element?.addEventListener('focusout', left);
    const unsubscribe = useEditor.subscribe((now, before) => {
      const id = held.current;
      if (id === null || now.timeline === before.timeline || findLaid(layoutOf(now.timeline), id)) return;
      held.current = null;
      const old = layoutOf(before.timeline);
      const track = findLaid(old, id)?.track;
      if (!track) return;
      const place = laidOn(old, track).findIndex((one) => one.id === id);
      const layout = layoutOf(now.timeline);
      const others = [track, ...TRACKS].find((one) => laidOn(layout, one).length > 0);
      const row = others ? laidOn(layout, others) : [];
      const next = row[Math.min(place, row.length - 1)];
      if (others && next) timelineView.giveFocus(others, next.id);
    });
    return () => {
      element?.removeEventListener('focusin', focused);
      element?.removeEventListener('focusout', left);
      unsubscribe();
    };
  }, [scroller]);
}
