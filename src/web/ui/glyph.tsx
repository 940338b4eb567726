import type { LucideIcon } from 'lucide-react';
import { isValidElement, type ReactElement } from 'react';
import { classes } from './classes.ts';

/** An icon, as the component of lucide or as an element already made. */
export type Icon = LucideIcon | ReactElement;

/** An icon at 16 px that is never read aloud: words stand beside it. */
export function Glyph({ icon, className }: { readonly icon: Icon; readonly className?: string | undefined }) {
  const Shape = icon as LucideIcon;
  return (
    <span aria-hidden="true" className={classes('inline-flex shrink-0 [&>svg]:size-4', className)}>
      {isValidElement(icon) ? icon : <Shape strokeWidth={1.75} />}
    </span>
  );
}
