import { AlertDialog } from '@base-ui/react/alert-dialog';
import { type ReactNode, useState } from 'react';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from './button.tsx';
import { classes } from './classes.ts';
import { backdrop, dialogSurface } from './dialog-looks.ts';

/** What a question is given. */
export interface ConfirmDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** The question. */
  readonly title: string;
  /** What happens then, and whether it can be undone. */
  readonly text: ReactNode;
  /** The verb of the button that does it, with its price where it has one. */
  readonly confirm: string;
  /** What is lost does not come back: the button is red. */
  readonly danger?: boolean | undefined;
  /** Closes when it is done; stays open, ready for another press, when it fails. */
  readonly onConfirm: () => void | Promise<unknown>;
}

/** The question itself; it comes after the screen it lies over. */
export function ConfirmDialogWindow({
  open,
  onOpenChange,
  title,
  text,
  confirm,
  danger,
  onConfirm,
}: ConfirmDialogProps) {
  const t = useStrings('kit');
  const [pending, setPending] = useState(false);
  const run = async () => {
    setPending(true);
    try {
      await onConfirm();
      onOpenChange(false);
    } catch {
      // Who failed has said so; the question stays.
    } finally {
      setPending(false);
    }
  };
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={backdrop} />
        <AlertDialog.Popup className={classes(dialogSurface, 'sm:max-w-110')}>
          <div className="px-5 pt-5 pb-4">
            <AlertDialog.Title className="text-15 font-semibold">{title}</AlertDialog.Title>
            <AlertDialog.Description render={<div />} className="mt-1.5 text-13 text-ink2">
              {text}
            </AlertDialog.Description>
          </div>
          <div className="flex flex-wrap justify-end gap-2 px-5 pb-4 max-sm:*:grow">
            <AlertDialog.Close render={<Button variant="outline">{t.cancel}</Button>} />
            <Button variant={danger ? 'danger' : 'ink'} pending={pending} onClick={() => void run()}>
              {confirm}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
