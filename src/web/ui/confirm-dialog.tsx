import { lazy, Suspense } from 'react';
import type { ConfirmDialogProps } from './confirm-dialog-window.tsx';
import { useOnceOpen } from './use-once-open.ts';

const load = () => import('./confirm-dialog-window.tsx');
const ConfirmDialogWindow = lazy(async () => ({ default: (await load()).ConfirmDialogWindow }));

/** Asks once before something that cannot be undone; the keyboard begins at the way out. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const wasOpened = useOnceOpen(props.open, load);
  return (
    wasOpened && (
      <Suspense>
        <ConfirmDialogWindow {...props} />
      </Suspense>
    )
  );
}
