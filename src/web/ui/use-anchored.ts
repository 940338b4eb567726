import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { type Align, placement, type Side } from './placement.ts';

/** What a popup that hangs on its anchor needs to know. */
export interface Anchoring {
  /** The element beside which it lies; null while it is closed. */
  readonly anchor: HTMLElement | null;
  /** Esc or a press elsewhere asks for it. */
  readonly onClose: () => void;
  /** Esc gives the focus back to the anchor, and the focus moving elsewhere closes it. */
  readonly holdsFocus?: boolean | undefined;
  readonly side?: Side | undefined;
  readonly align?: Align | undefined;
}

function place(anchor: HTMLElement, popup: HTMLElement, side: Side, align: Align): void {
  popup.style.maxHeight = '';
  const placed = placement({
    anchor: anchor.getBoundingClientRect(),
    popup: { width: popup.offsetWidth, height: popup.offsetHeight },
    viewport: { width: document.documentElement.clientWidth, height: window.innerHeight },
    side,
    align,
    rightToLeft: getComputedStyle(anchor).direction === 'rtl',
  });
  popup.style.left = `${placed.left}px`;
  popup.style.top = `${placed.top}px`;
  popup.style.maxHeight = `${placed.maxHeight}px`;
  popup.dataset['side'] = placed.side;
}

/**
 * Keeps a popup beside its anchor, in the top layer of the browser: no dialog, overflow or transform cuts it off, and
 * it stays where it is in the document, so that focus and landmarks are those of its place.
 */
export function useAnchored<Popup extends HTMLElement>(anchoring: Anchoring): RefObject<Popup | null> {
  const { anchor, onClose, holdsFocus = true, side = 'bottom', align = 'start' } = anchoring;
  const popupRef = useRef<Popup>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  }, [onClose]);

  useLayoutEffect(() => {
    const popup = popupRef.current;
    if (!anchor || !popup) return undefined;
    popup.showPopover();
    const follow = () => place(anchor, popup, side, align);
    follow();
    const resized = new ResizeObserver(follow);
    resized.observe(popup);
    const isElsewhere = (target: EventTarget | null) =>
      target instanceof Node && !popup.contains(target) && !anchor.contains(target);
    const pressed = (event: PointerEvent) => isElsewhere(event.target) && close.current();
    const left = (event: FocusEvent) => holdsFocus && isElsewhere(event.relatedTarget) && close.current();
    const typed = (event: KeyboardEvent) => {
      const isForInner = popup.querySelector('[aria-expanded="true"]') !== null;
      if (event.key !== 'Escape' || isForInner) return;
      if (holdsFocus) {
        event.stopPropagation(); // a dialog around it stays
        event.preventDefault();
        anchor.focus();
      }
      close.current();
    };
    window.addEventListener('resize', follow);
    window.addEventListener('scroll', follow, { capture: true, passive: true });
    document.addEventListener('pointerdown', pressed, { capture: true });
    document.addEventListener('keydown', typed, { capture: true });
    popup.addEventListener('focusout', left);
    return () => {
      resized.disconnect();
      window.removeEventListener('resize', follow);
      window.removeEventListener('scroll', follow, { capture: true });
      document.removeEventListener('pointerdown', pressed, { capture: true });
      document.removeEventListener('keydown', typed, { capture: true });
    };
  }, [anchor, holdsFocus, side, align]);

  return popupRef;
}
