import { createLink } from '@tanstack/react-router';
import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';
import { Glyph, type Icon } from './glyph.tsx';
import { tabList, tabLooks } from './tab-looks.ts';

interface TabLinksProps {
  readonly label: string;
  /** TabLink for each page. */
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** Pages beside each other, each with an address of its own. */
export function TabLinks({ label, children, className }: TabLinksProps) {
  return (
    <nav aria-label={label} className={classes(tabList, className)}>
      {children}
    </nav>
  );
}

function TabAnchor({ icon, className, children, ...rest }: ComponentProps<'a'> & { readonly icon?: Icon | undefined }) {
  return (
    <a {...rest} className={classes(tabLooks, className)}>
      {icon && <Glyph icon={icon} />}
      {children}
    </a>
  );
}

/** One of the pages; takes what a link of the router takes. */
export const TabLink = createLink(TabAnchor);
