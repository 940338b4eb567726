import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { type Align, placement, type Side } from './placement.ts';

/** What a popup that hangs on its anchor needs to know. */
export interface Anchoring {
  readonly open: boolean;
  /** Esc, a press elsewhere or a lost anchor asks for it. */
  readonly onClose: () => void;
  readonly side?: Side | undefined;
  readonly align?: Align | undefined;
}

/** The two elements that belong together. */
export interface Anchored<Popup extends HTMLElement> {
  readonly anchorRef: RefObject<HTMLElement | null>;
  readonly popupRef: RefObject<Popup | null>;
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
  popup.dataset.side = placed.side;
}

/**
 * Keeps a popup beside its anchor, in the top layer of the browser: no dialog, overflow or transform cuts it off, and
 * it stays where it is in the document, so that focus and landmarks are those of its place.
 */
export function useAnchored<Popup extends HTMLElement>(anchoring: Anchoring): Anchored<Popup> {
  const { open, onClose, side = 'bottom', align = 'start' } = anchoring;
  const anchorRef = useRef<HTMLElement>(null);
  const popupRef = useRef<Popup>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  }, [onClose]);

  useLayoutEffect(() => {
    const anchor = anchorRef.current;
    const popup = popupRef.current;
    if (!open || !anchor || !popup) return undefined;
    popup.showPopover();
    const follow = () => place(anchor, popup, side, align);
    follow();
    const resized = new ResizeObserver(follow);
    resized.observe(popup);
    const pressed = (event: PointerEvent) => {
      const target = event.target as Node;
      if (!popup.contains(target) && !anchor.contains(target)) close.current();
    };
    const typed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      event.preventDefault();
      close.current();
    };
    window.addEventListener('resize', follow);
    window.addEventListener('scroll', follow, { capture: true, passive: true });
    document.addEventListener('pointerdown', pressed, { capture: true });
    document.addEventListener('keydown', typed, { capture: true });
    return () => {
      resized.disconnect();
      window.removeEventListener('resize', follow);
      window.removeEventListener('scroll', follow, { capture: true });
      document.removeEventListener('pointerdown', pressed, { capture: true });
      document.removeEventListener('keydown', typed, { capture: true });
    };
  }, [open, side, align]);

  return { anchorRef, popupRef };
}
