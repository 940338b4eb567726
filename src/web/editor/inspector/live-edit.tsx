import { type ReactNode, useEffect, useState } from 'react';
import { type Command, edit, useEditor } from '../store/editor-store.ts';

const SETTLES_AFTER_MS = 1200; // a wheel or a pen says nowhere that it has ended

/** Keys that step a value: letting one go ends a step, where a figure that is typed ends with the field. */
const STEPS = /^(Arrow|Page|Home|End|Enter)/;

interface LiveEditProps {
  /** What the step is called. */
  readonly label: string;
  /** Fields that call what they are given at each change, with a command on the edit from before the first. */
  readonly children: (live: (command: Command) => void) => ReactNode;
  readonly className?: string | undefined;
}

/** Makes one step to undo of everything that is dragged, typed or stepped in a field until it is let go or left. */
export function LiveEdit({ label, children, className }: LiveEditProps) {
  const [field] = useState(fieldGesture);
  useEffect(() => field.settle, [field]);
  return (
    <div
      role="presentation"
      onPointerUp={field.settle}
      onBlur={field.settle}
      onKeyUp={({ key }) => STEPS.test(key) && field.settle()}
      className={className}
    >
      {children((command) => field.live(label, command))}
    </div>
  );
}

/** A drag of the store that belongs to one field: another that began meanwhile is left alone. */
function fieldGesture() {
  let mine: { readonly gesture: object; readonly timer: ReturnType<typeof setTimeout> } | null = null;
  const settle = (): void => {
    if (!mine) return;
    clearTimeout(mine.timer);
    if (useEditor.getState().gesture === mine.gesture) edit.commit();
    mine = null;
  };
  const live = (label: string, command: Command): void => {
    if (mine && useEditor.getState().gesture !== mine.gesture) settle();
    if (mine) clearTimeout(mine.timer);
    else edit.begin(label);
    edit.live(command);
    const { gesture } = useEditor.getState();
    if (gesture) mine = { gesture, timer: setTimeout(settle, SETTLES_AFTER_MS) };
  };
  return { live, settle };
}
