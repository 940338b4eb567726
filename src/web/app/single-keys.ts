import { create } from 'zustand';

const KEY = 'scenewright.single-keys';

/** Whether a key alone may do something; who dictates or types with a switch may want none of it (WCAG 2.1.4). */
export const useSingleKeys = create<{ readonly isOn: boolean }>(() => ({ isOn: localStorage.getItem(KEY) !== 'off' }));

/** Lets single keys act, or not. */
export function setSingleKeys(isOn: boolean): void {
  localStorage.setItem(KEY, isOn ? 'on' : 'off');
  useSingleKeys.setState({ isOn });
}

/** Whether somebody writes where a key is pressed: then it is theirs. */
export function isWriting({ target }: KeyboardEvent): boolean {
  const pressed = '[type="range"], [type="checkbox"], [type="radio"], [type="button"]';
  const writing = `input:not(${pressed}), textarea, select, [contenteditable="true"], [role="textbox"]`;
  return target instanceof HTMLElement && target.closest(writing) !== null;
}

/** Whether a press of a key without Ctrl or Alt may act: not while somebody writes, nor where it is switched off. */
export function maySingleKey(event: KeyboardEvent): boolean {
  return useSingleKeys.getState().isOn && !isWriting(event) && !event.ctrlKey && !event.metaKey && !event.altKey;
}
