/** Puts the focus on the title of a scene once it is drawn, so that whoever uses the keyboard goes on from there. */
export function focusScene(sceneId: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const row = document.querySelector(`[data-scene="${CSS.escape(sceneId)}"]`);
      row?.querySelector<HTMLElement>('[data-scene-title]')?.focus();
    }),
  );
}
