import { type RefObject, useEffect, useState } from 'react';

/** Lets an element fill the screen, and says whether it does. */
export function useFullScreen(element: RefObject<HTMLElement | null>): {
  readonly isFull: boolean;
  readonly toggle: () => void;
} {
  const [isFull, setIsFull] = useState(false);
  useEffect(() => {
    const changed = (): void => setIsFull(document.fullscreenElement === element.current);
    document.addEventListener('fullscreenchange', changed);
    return () => document.removeEventListener('fullscreenchange', changed);
  }, [element]);
  return {
    isFull,
    toggle: () => {
      const done = isFull ? document.exitFullscreen() : element.current?.requestFullscreen();
      done?.catch(() => {}); // refused by the browser: the stage stays as it is
    },
  };
}
