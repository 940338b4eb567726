import { create } from 'zustand';
import { type EditorSnapshot, useEditor } from './editor-store.ts';

const AT_REST_MS = 150;

/**
 * The open edit for what lies beside it: the same, but that while something is carried along the film it waits until the hand
 * rests. Fields, lists and counts drawn anew at every frame of the screen would make the hand wait for them.
 */
export const useCalmEditor = create<EditorSnapshot>(() => useEditor.getState());

let timer: ReturnType<typeof setTimeout> | undefined;

const follow = (): void => useCalmEditor.setState(useEditor.getState(), true);

useEditor.subscribe(({ gesture }) => {
  clearTimeout(timer);
  if (gesture?.isCarried) timer = setTimeout(follow, AT_REST_MS);
  else follow();
});
