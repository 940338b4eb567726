import { useEffect, type RefObject } from 'react';

/**
 * Takes the keyboard to the heading of the panel where it was opened by it.
 *
 * @returns gives it back to the card, when the panel closes
 */
export function usePanelFocus(heading: RefObject<HTMLElement | null>, sceneIndex: number): () => void {
  useEffect(() => {
    const isByKeyboard = document.activeElement?.matches('[data-scene-title]:focus-visible');
    if (isByKeyboard) heading.current?.focus();
  }, [heading, sceneIndex]);
  return () => {
    const card = document.querySelector<HTMLElement>(`[data-scene="${sceneIndex}"] [data-scene-title]`);
    // Once the panel is gone, so that nothing in it takes the focus again.
    requestAnimationFrame(() => card?.focus());
  };
}
