import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect } from 'react';
import { editorRoute } from './editor-route.ts';
import { edit, useEditor } from './store/editor-store.ts';

const AFTER_MS = 400; // browsers refuse a page that changes its address at every frame

type Search = ReturnType<typeof editorRoute.useSearch>;

/** Changes what the address says; a panel that opens is a step of its own, so that Back closes it. */
export function useGo(): (to: Partial<Search>, how?: 'step' | 'passing') => void {
  const navigate = useNavigate({ from: editorRoute.fullPath });
  return useCallback(
    (to, how = 'step') =>
      void navigate({ search: (now) => ({ ...now, ...to }), replace: how === 'passing', resetScroll: false }),
    [navigate],
  );
}

/** Keeps the playhead and what is chosen in the address, so that a reload or a link comes back to just there. */
export function useEditorAddress(): void {
  const go = useGo();
  const { sel } = editorRoute.useSearch();
  const isOpen = useEditor(({ place }) => place.workId !== '');
  useEffect(() => {
    if (isOpen && sel) edit.select(sel.split(','));
    // Only what the address said when the screen opened: from then on it follows.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isOpen]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = useEditor.subscribe((now, before) => {
      if (now.playhead === before.playhead && now.selection === before.selection) return;
      clearTimeout(timer);
      const say = (): void => {
        const { playhead, selection } = useEditor.getState();
        // To say it draws the whole page anew: while something is dragged, it waits.
        if ('dragging' in document.documentElement.dataset) return void (timer = setTimeout(say, AFTER_MS));
        go({ t: playhead || undefined, sel: selection.slice(0, 5).join(',') || undefined }, 'passing');
      };
      timer = setTimeout(say, AFTER_MS);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [go]);
}
