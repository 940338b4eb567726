import { cloneElement, type FocusEvent, type HTMLAttributes, type ReactElement, useId, useState } from 'react';
import type { Align, Side } from './placement.ts';
import { useAnchored } from './use-anchored.ts';
import { useLater } from './use-later.ts';

type Anchor = ReactElement<HTMLAttributes<HTMLElement>>;

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
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const soon = useLater(setAnchor);
  const popupRef = useAnchored<HTMLSpanElement>({
    anchor,
    onClose: () => setAnchor(null),
    holdsFocus: false,
    side,
    align,
  });
  const own = children.props;
  const control = cloneElement(children, {
    'aria-describedby': anchor && !isName ? id : own['aria-describedby'],
    onPointerEnter: (event) => {
      own.onPointerEnter?.(event);
      if (event.pointerType === 'mouse') soon(event.currentTarget, waitMs);
    },
    onPointerLeave: (event) => {
      own.onPointerLeave?.(event);
      soon(null, leaveMs);
    },
    onPointerDown: (event) => {
      own.onPointerDown?.(event);
      soon(null, 0);
    },
    onFocus: (event: FocusEvent<HTMLElement>) => {
      own.onFocus?.(event);
      if (event.currentTarget.matches(':focus-visible')) soon(event.currentTarget, 0);
    },
    onBlur: (event) => {
      own.onBlur?.(event);
      soon(null, 0);
    },
  });
  return (
    <>
      {control}
      {anchor && (
        <span
          ref={popupRef}
          id={id}
          role="tooltip"
          popover="manual"
          onPointerEnter={() => soon(anchor, 0)}
          onPointerLeave={() => soon(null, leaveMs)}
          className="fixed inset-auto m-0 max-w-64 rounded-4 bg-ink px-2 py-1 text-12 font-medium text-room"
        >
          {text}
        </span>
      )}
    </>
  );
}
