import { type Command, edit, useEditor } from '../store/editor-store.ts';

/** Does something that may go on for a while, as one step to undo: `live` while it goes on, `done` at its end. */
export function step(label: string, command: Command, how: 'live' | 'done'): void {
  const isOpen = useEditor.getState().gesture?.label === label;
  if (how === 'done' && !isOpen) return edit.run(label, command);
  if (!isOpen) edit.begin(label);
  edit.live(command);
  if (how === 'done') edit.commit();
  return undefined;
}
