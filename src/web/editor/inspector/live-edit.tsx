import { type ReactNode, useLayoutEffect, useState } from 'react';
import type { Command } from '../store/editor-store.ts';
import { settlingGesture } from '../store/settling-gesture.ts';

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
  const [field] = useState(settlingGesture);
  useLayoutEffect(() => field.settle, [field]); // while the edit that is left is still listened to
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
