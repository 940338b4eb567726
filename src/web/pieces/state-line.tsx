import type { ReactNode } from 'react';
import { stateLooks, type ShownState } from './state-looks.ts';

/** How something stands, in colour, glyph and words. */
export function StateLine({ state, children }: { readonly state: ShownState; readonly children: ReactNode }) {
  const { icon: Icon, text, turns } = stateLooks[state];
  return (
    <p className={`flex items-start gap-1.5 text-12 font-medium ${text}`}>
      <Icon aria-hidden="true" className={`mt-px size-3.5 shrink-0 ${turns ? 'motion-safe:animate-spin' : ''}`} />
      <span className="min-w-0">{children}</span>
    </p>
  );
}
