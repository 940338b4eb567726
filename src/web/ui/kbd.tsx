import type { ReactNode } from 'react';

/** A key, as it is written on the keyboard. */
export function Kbd({ children }: { readonly children: ReactNode }) {
  return (
    <kbd className="inline-flex min-w-5 items-center justify-center rounded-4 px-1 font-mono text-11 text-ink2 inset-ring inset-ring-line2">
      {children}
    </kbd>
  );
}
