import type { ReactNode } from 'react';
import { WhoSaid } from './who-said.tsx';

interface FindingProps {
  readonly title: string;
  /** The model that said it; null: measured here. */
  readonly model: string | null;
  readonly children: ReactNode;
}

/** One thing that was found, and who says so. */
export function Finding({ title, model, children }: FindingProps) {
  return (
    <section className="flex min-w-0 flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-x-3">
        <h2 className="text-12 text-ink2">{title}</h2>
        <WhoSaid model={model} />
      </div>
      {children}
    </section>
  );
}
