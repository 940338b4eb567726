import {
  cloneElement,
  type FocusEvent,
  type HTMLAttributes,
  type ReactElement,
  type Ref,
  useEffect,
  useId,
} from 'react';
import { useRef, useState } from 'react';
import type { Align, Side } from './placement.ts';
import { useAnchored } from './use-anchored.ts';

type Anchor = ReactElement<HTMLAttributes<HTMLElement> & { ref?: Ref<HTMLElement> | undefined }>;

interface TooltipProps {
  readonly text: string;
  readonly children: Anchor;
  readonly side?: Side | undefined;
  readonly align?: Align | undefined;
  /** The words are the name of the element already, so they are not read again. */
  readonly isName?: boolean | undefined;
}

const waitMs = 450;
const leaveMs = 120;

/** Words beside a control while the mouse rests on it or the keyboard is on it; Esc takes them away. */
export function Tooltip({ text, children, side = 'top', align = 'center', isName = false }: TooltipProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { anchorRef, popupRef } = useAnchored<HTMLSpanElement>({ open, onClose: () => setOpen(false), side, align });
  useEffect(() => () => clearTimeout(timer.current), []);
  const soon = (next: boolean, delayMs: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(next), delayMs);
  };
  const own = children.props;
  const anchor = cloneElement(children, {
    ref: anchorRef,
    'aria-describedby': open && !isName ? id : own['aria-describedby'],
    onPointerEnter: (event) => {
      own.onPointerEnter?.(event);
      if (event.pointerType === 'mouse') soon(true, waitMs);
    },
    onPointerLeave: (event) => {
      own.onPointerLeave?.(event);
      soon(false, leaveMs);
    },
    onPointerDown: (event) => {
      own.onPointerDown?.(event);
      soon(false, 0);
    },
    onFocus: (event: FocusEvent<HTMLElement>) => {
      own.onFocus?.(event);
      if (event.currentTarget.matches(':focus-visible')) soon(true, 0);
    },
    onBlur: (event) => {
      own.onBlur?.(event);
      soon(false, 0);
    },
  });
  return (
    <>
      {anchor}
      {open && (
        <span
          ref={popupRef}
          id={id}
          role="tooltip"
          popover="manual"
          onPointerEnter={() => soon(true, 0)}
          onPointerLeave={() => soon(false, leaveMs)}
          className="fixed inset-auto m-0 max-w-64 rounded-4 bg-ink px-2 py-1 text-12 font-medium text-room"
        >
          {text}
        </span>
      )}
    </>
  );
}
