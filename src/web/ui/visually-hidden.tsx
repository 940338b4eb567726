import type { ReactNode } from 'react';

/** Words for those who hear the page; its container must be positioned, or a phone scrolls to it. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className="sr-only">{children}</span>;
}
