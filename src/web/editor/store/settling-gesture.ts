import { type Command, edit, useEditor } from './editor-store.ts';

const SETTLES_AFTER_MS = 1200; // a wheel, a pen or a keyboard says nowhere that it has ended

/** A gesture of the store that belongs to one field, and ends by itself. */
export interface SettlingGesture {
  /** Shows what `command` makes of the edit from before the gesture, which begins with the first of them. */
  readonly live: (label: string, command: Command) => void;
  /** Ends it as one step; where it is not open, nothing. */
  readonly settle: () => void;
  /** Takes back what was done since it began; says whether there was anything. */
  readonly cancel: () => boolean;
}

/**
 * A gesture that is a step as soon as its field rests for a moment, and when the page is left or hidden: only steps are
 * saved. What is done afterwards is a step of its own, and a gesture that another field began meanwhile is left alone.
 */
export function settlingGesture(): SettlingGesture {
  let mine: { readonly gesture: object; readonly timer: ReturnType<typeof setTimeout> } | null = null;
  /** Lets go of it; says whether it is still the one that is open. */
  const release = (): boolean => {
    if (!mine) return false;
    const { gesture, timer } = mine;
    clearTimeout(timer);
    removeEventListener('pagehide', settle, true);
    removeEventListener('visibilitychange', settle, true);
    mine = null;
    return useEditor.getState().gesture === gesture;
  };
  const settle = (): void => {
    if (release()) edit.commit();
  };
  const cancel = (): boolean => {
    const isOpen = release();
    if (isOpen) edit.cancel();
    return isOpen;
  };
  const live = (label: string, command: Command): void => {
    if (mine && useEditor.getState().gesture !== mine.gesture) release();
    if (mine) clearTimeout(mine.timer);
    else {
      edit.begin(label);
      // On the way down, so that the step is made before the autosaver, which listens to the same, sends what it has.
      addEventListener('pagehide', settle, true);
      addEventListener('visibilitychange', settle, true);
    }
    edit.live(command);
    const { gesture } = useEditor.getState();
    if (gesture) mine = { gesture, timer: setTimeout(settle, SETTLES_AFTER_MS) };
  };
  return { live, settle, cancel };
}
