import type { ReactNode } from 'react';

interface TabHeaderProps {
  /** What is true now. */
  readonly title: string;
  readonly children: ReactNode;
}

/** What is true of a part of the settings, and what it is for. */
export function TabHeader({ title, children }: TabHeaderProps) {
  return (
    <header className="mb-6">
      <h1 tabIndex={-1} className="text-23">
        {title}
      </h1>
      <p className="mt-1 max-w-160 text-13 text-ink2">{children}</p>
    </header>
  );
}
