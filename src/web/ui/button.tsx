import type { ComponentProps, MouseEvent } from 'react';
import { type ButtonLooks, buttonLooks } from './button-looks.ts';
import { classes } from './classes.ts';
import { Glyph, type Icon } from './glyph.tsx';
import { Spinner } from './spinner.tsx';

/** What a button takes, beside what every HTML button does. */
export interface ButtonProps extends ComponentProps<'button'>, ButtonLooks {
  readonly icon?: Icon | undefined;
  readonly iconEnd?: Icon | undefined;
  /** Work is under way: the button stays in place and focused, and does not act again. */
  readonly pending?: boolean | undefined;
}

/** A button with words; while pending its icon turns and further presses do nothing. */
export function Button({ variant, size, icon, iconEnd, pending = false, className, children, ...rest }: ButtonProps) {
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (pending) event.preventDefault();
    else rest.onClick?.(event);
  };
  return (
    <button
      type="button"
      {...rest}
      onClick={press}
      aria-disabled={pending || rest['aria-disabled']}
      aria-busy={pending || undefined}
      className={classes(buttonLooks({ variant, size }), className)}
    >
      {pending ? <Spinner /> : icon && <Glyph icon={icon} />}
      {children}
      {iconEnd && <Glyph icon={iconEnd} className="rtl:-scale-x-100" />}
    </button>
  );
}
