import {
  cloneElement,
  type HTMLAttributes,
  type ReactElement,
  type ReactNode,
  useEffect,
  useId,
  useState,
} from 'react';
import { classes } from './classes.ts';
import { LayerProvider } from './layer.tsx';
import type { Align, Side } from './placement.ts';
import { popupSurface } from './popup-looks.ts';
import { useAnchored } from './use-anchored.ts';

interface PopoverProps {
  /** The button that opens it. */
  readonly trigger: ReactElement<HTMLAttributes<HTMLElement>>;
  /** What it is, for those who hear it. */
  readonly label: string;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
  readonly side?: Side | undefined;
  readonly align?: Align | undefined;
  readonly onOpenChange?: ((open: boolean) => void) | undefined;
  readonly className?: string | undefined;
}

const focusable = 'input, select, textarea, button, a[href], [tabindex="0"]';

/** A small panel beside its button; the page stays usable, Esc or a press elsewhere closes it. */
export function Popover({ trigger, label, children, side, align, onOpenChange, className }: PopoverProps) {
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const change = (next: HTMLElement | null) => {
    setAnchor(next);
    onOpenChange?.(next !== null);
  };
  const popupRef = useAnchored<HTMLDialogElement>({ anchor, onClose: () => change(null), side, align });
  useEffect(() => {
    if (!anchor) return;
    const popup = popupRef.current;
    (popup?.querySelector<HTMLElement>(focusable) ?? popup)?.focus();
  }, [anchor, popupRef]);
  const close = () => {
    anchor?.focus();
    change(null);
  };
  return (
    <>
      {cloneElement(trigger, {
        'aria-haspopup': 'dialog',
        'aria-expanded': anchor !== null,
        'aria-controls': anchor ? id : undefined,
        onClick: (event) => {
          trigger.props.onClick?.(event);
          change(anchor ? null : event.currentTarget);
        },
      })}
      {anchor && (
        <dialog
          ref={popupRef}
          id={id}
          aria-label={label}
          tabIndex={-1}
          popover="manual"
          className={classes(
            popupSurface,
            'scroll-quiet fixed inset-auto m-0 max-w-[calc(100vw-16px)] overflow-y-auto p-3 text-start text-13 font-normal',
            className,
          )}
        >
          <LayerProvider value={popupRef}>{typeof children === 'function' ? children(close) : children}</LayerProvider>
        </dialog>
      )}
    </>
  );
}
