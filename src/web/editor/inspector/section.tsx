import type { ReactNode } from 'react';

interface SectionProps {
  readonly title?: string | undefined;
  /** What they are, where the first field says it already. */
  readonly label?: string | undefined;
  readonly children: ReactNode;
}

/** Fields that belong together, a hairline above them. */
export function Section({ title, label, children }: SectionProps) {
  return (
    <section
      aria-label={title ?? label}
      className="grid grid-cols-2 gap-x-2 gap-y-3.5 border-t border-line pt-4 first:border-t-0 first:pt-0"
    >
      {title && <h3 className="col-span-2 text-12 font-semibold text-ink2">{title}</h3>}
      {children}
    </section>
  );
}
