import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

const PRODUCT = 'Scenewright';
const WAIT_FOR_HEADING_MS = 4000; // a screen whose data take longer keeps the focus where it is

/**
 * Names the window after what the screen says of itself, as long as it says it; and brings whoever navigates with the
 * keyboard or a screen reader to the heading of the screen they went to.
 */
export function useDocumentTitle(): void {
  const router = useRouter();
  useEffect(() => {
    let frame = 0;
    let leadTo = 0; // until when a new heading is waited for
    const name = (): void => {
      frame = 0;
      const heading = document.querySelector<HTMLElement>('#content:not([aria-busy="true"]) h1');
      const words = heading?.textContent?.trim();
      document.title = words ? `${words} · ${PRODUCT}` : PRODUCT;
      if (!heading || Date.now() > leadTo || document.querySelector('dialog[open], [role="dialog"]')) return;
      leadTo = 0;
      if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    };
    const soon = (): void => {
      frame ||= requestAnimationFrame(name);
    };
    const watcher = new MutationObserver(soon);
    watcher.observe(document.body, { subtree: true, childList: true, characterData: true });
    const stop = router.subscribe('onResolved', ({ pathChanged, fromLocation }) => {
      if (pathChanged && fromLocation) leadTo = Date.now() + WAIT_FOR_HEADING_MS;
      soon();
    });
    soon();
    return () => {
      cancelAnimationFrame(frame);
      watcher.disconnect();
      stop();
    };
  }, [router]);
}
