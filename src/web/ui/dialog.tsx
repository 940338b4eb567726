import { lazy, Suspense } from 'react';
import type { DialogProps } from './dialog-window.tsx';
import { useOnceOpen } from './use-once-open.ts';

const load = () => import('./dialog-window.tsx');
const DialogWindow = lazy(async () => ({ default: (await load()).DialogWindow }));

/** Asks for something above the page, which waits: the keyboard stays inside, Esc closes, focus goes back. */
export function Dialog(props: DialogProps) {
  const wasOpened = useOnceOpen(props.open, load);
  return (
    wasOpened && (
      <Suspense>
        <DialogWindow {...props} />
      </Suspense>
    )
  );
}
