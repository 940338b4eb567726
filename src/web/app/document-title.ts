import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

const PRODUCT = 'Scenewright';
const WAIT_FOR_HEADING_MS = 8000; // a screen whose data take longer keeps the focus where it is

/**
 * Names the window after what the screen says of itself, as long as it says it; and brings whoever navigates with the
 * keyboard or a screen reader to the heading of the screen they went to.
 */
export function useDocumentTitle(): void {
  const pathname = useLocation({ select: (location) => location.pathname });
  const from = useRef(pathname);
  useEffect(() => {
    const isNavigation = from.current !== pathname;
    from.current = pathname;
    const leadUntilMs = isNavigation ? Date.now() + WAIT_FOR_HEADING_MS : 0;
    let led: HTMLElement | null = null; // the screen that was left, or a skeleton, may have been first
    let frame = 0;
    const name = (): void => {
      frame = 0;
      const heading = document.querySelector<HTMLElement>('#content:not([aria-busy="true"]) h1');
      const words = heading?.textContent?.trim();
      document.title = words ? `${words} · ${PRODUCT}` : PRODUCT;
      const isElsewhere = led !== null && (led.isConnected || document.activeElement !== document.body);
      if (heading && !isElsewhere && Date.now() < leadUntilMs && !isCovered()) {
        led = heading;
        if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1;
        heading.focus({ preventScroll: true });
      }
    };
    const soon = (): void => {
      frame ||= requestAnimationFrame(name);
    };
    const watcher = new MutationObserver(soon);
    watcher.observe(document.body, { subtree: true, childList: true, characterData: true });
    soon();
    return () => {
      cancelAnimationFrame(frame);
      watcher.disconnect();
    };
  }, [pathname]);
}

/** Whether something lies over the screen that has the focus for itself. */
const isCovered = (): boolean => document.querySelector('dialog[open], [role="dialog"]') !== null;
