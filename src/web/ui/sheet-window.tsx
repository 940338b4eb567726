import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { CloseButton } from './close-button.tsx';
import { backdrop } from './dialog-looks.ts';

/** What a sheet is given. */
export interface SheetProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  /** What stands in the place of the written title, which is then only read. */
  readonly heading?: ReactNode;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
}

const surface =
  'fixed z-50 flex flex-col overflow-hidden bg-panel text-ink shadow-float outline-none ' +
  'inset-y-0 end-0 w-full sm:w-105 border-s border-line transition-[translate,opacity] duration-200 ease-state ' +
  'sm:data-starting-style:translate-x-6 sm:data-ending-style:translate-x-6 rtl:sm:data-starting-style:-translate-x-6 ' +
  'data-starting-style:opacity-0 data-ending-style:opacity-0 ' +
  'max-sm:top-auto max-sm:bottom-0 max-sm:h-[94dvh] max-sm:rounded-t-10 max-sm:border-s-0 max-sm:border-t ' +
  'max-sm:data-starting-style:translate-y-8 max-sm:data-ending-style:translate-y-8';

/** The sheet itself; it comes after the screen it lies over. */
export function SheetWindow({ open, onOpenChange, title, heading, children, footer }: SheetProps) {
  return (
    <BaseDialog.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={backdrop} />
        <BaseDialog.Popup className={surface}>
          <div className="relative flex min-h-12 items-center gap-3 border-b border-line px-4 py-2">
            <BaseDialog.Title className={heading ? 'sr-only' : 'min-w-0 grow truncate text-13 font-semibold'}>
              {title}
            </BaseDialog.Title>
            {heading && <div className="min-w-0 grow">{heading}</div>}
            <BaseDialog.Close render={<CloseButton />} />
          </div>
          <div className={classes('scroll-quiet min-h-0 grow overflow-y-auto p-4')}>{children}</div>
          {footer && (
            <div className="flex gap-2 border-t border-line px-4 py-3 pb-[max(12px,env(safe-area-inset-bottom))]">
              {footer}
            </div>
          )}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
