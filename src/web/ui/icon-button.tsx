import type { ComponentProps, MouseEvent } from 'react';
import { type ButtonLooks, iconButtonLooks } from './button-looks.ts';
import { classes } from './classes.ts';
import { Glyph, type Icon } from './glyph.tsx';
import type { Align, Side } from './placement.ts';
import { Spinner } from './spinner.tsx';
import { Tooltip } from './tooltip.tsx';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'>, ButtonLooks {
  /** The name of the button, which its tooltip shows. */
  readonly label: string;
  readonly icon: Icon;
  readonly pending?: boolean | undefined;
  readonly tooltipSide?: Side | undefined;
  readonly tooltipAlign?: Align | undefined;
}

/** A button that is only an icon: its name is read, and shown in a tooltip. */
export function IconButton(props: IconButtonProps) {
  const { label, icon, variant, size, pending = false, tooltipSide, tooltipAlign, className, ...rest } = props;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (pending) event.preventDefault();
    else rest.onClick?.(event);
  };
  return (
    <Tooltip text={label} isName side={tooltipSide} align={tooltipAlign}>
      <button
        type="button"
        {...rest}
        onClick={press}
        aria-label={label}
        aria-disabled={pending || rest['aria-disabled']}
        aria-busy={pending || undefined}
        className={classes(iconButtonLooks({ variant, size }), className)}
      >
        {pending ? <Spinner /> : <Glyph icon={icon} />}
      </button>
    </Tooltip>
  );
}
