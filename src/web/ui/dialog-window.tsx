import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import { type ReactNode, type RefObject, useRef } from 'react';
import { classes } from './classes.ts';
import { CloseButton } from './close-button.tsx';
import { backdrop, dialogSurface } from './dialog-looks.ts';

/** What a dialog is given. */
export interface DialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly description?: ReactNode;
  /** What is done with it: the buttons, the one that does it last. */
  readonly footer?: ReactNode;
  readonly children?: ReactNode;
  readonly size?: 'sm' | 'md' | 'lg' | 'xl' | undefined;
  /** A press beside it does not close it: there are words in it that would be lost. */
  readonly keepOpen?: boolean | undefined;
  /** Its body reaches to the edges and is as high as a phone lets it: what is in it scrolls by itself. */
  readonly hasPanes?: boolean | undefined;
  /** Where the keyboard begins; else at the first control. */
  readonly initialFocus?: RefObject<HTMLElement | null> | undefined;
}

const widths = { sm: 'sm:max-w-100', md: 'sm:max-w-130', lg: 'sm:max-w-180', xl: 'sm:max-w-260' };

const controls = 'input:not([type=hidden]):enabled, textarea:enabled, select:enabled, button:enabled, a[href]';

/** The dialog itself; it comes after the screen it lies over. */
export function DialogWindow(props: DialogProps) {
  const {
    open,
    onOpenChange,
    title,
    description,
    footer,
    children,
    size = 'md',
    keepOpen,
    hasPanes,
    initialFocus,
  } = props;
  const body = useRef<HTMLDivElement>(null);
  const firstControl = () => body.current?.querySelector<HTMLElement>(controls) ?? true;
  return (
    <BaseDialog.Root open={open} onOpenChange={(next) => onOpenChange(next)} disablePointerDismissal={keepOpen}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={backdrop} />
        <BaseDialog.Popup
          initialFocus={initialFocus ?? firstControl}
          className={classes(dialogSurface, widths[size], hasPanes && 'max-sm:h-[94dvh]')}
        >
          <div className={classes('flex items-start gap-3 px-5 pt-4 pb-3', hasPanes && 'border-b border-line')}>
            <div className="min-w-0 grow pt-1">
              <BaseDialog.Title className="text-15 font-semibold">{title}</BaseDialog.Title>
              {description && (
                <BaseDialog.Description className="mt-1 text-13 text-ink2">{description}</BaseDialog.Description>
              )}
            </div>
            <BaseDialog.Close render={<CloseButton />} />
          </div>
          {children && (
            <div
              ref={body}
              className={
                hasPanes ? 'flex min-h-0 grow flex-col' : 'scroll-quiet min-h-0 grow overflow-y-auto px-5 pt-1 pb-5'
              }
            >
              {children}
            </div>
          )}
          {footer && (
            <div className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3 max-sm:*:grow">
              {footer}
            </div>
          )}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
