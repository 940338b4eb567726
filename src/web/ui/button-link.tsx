import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import { type ButtonLooks, buttonLooks } from './button-looks.ts';
import { classes } from './classes.ts';
import { Glyph, type Icon } from './glyph.tsx';

interface AnchorProps extends ComponentProps<'a'>, ButtonLooks {
  readonly icon?: Icon | undefined;
  readonly iconEnd?: Icon | undefined;
}

/** An address outside the app (a file, a vendor's page) with the looks of a button. */
export function ButtonAnchor({ variant, size, icon, iconEnd, className, children, ...rest }: AnchorProps) {
  return (
    <a {...rest} className={classes(buttonLooks({ variant, size }), className)}>
      {icon && <Glyph icon={icon} />}
      {children}
      {iconEnd && <Glyph icon={iconEnd} className="rtl:-scale-x-100" />}
    </a>
  );
}

/** A route of the app with the looks of a button; takes what a link of the router takes. */
export const ButtonLink = createLink(ButtonAnchor);
