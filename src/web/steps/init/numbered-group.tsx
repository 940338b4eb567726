import { useId, type ReactNode } from 'react';

interface NumberedGroupProps {
  readonly number: number;
  readonly title: string;
  /** Said after the title, quieter. */
  readonly note?: string | undefined;
  readonly children: ReactNode;
}

/** A part of the form with its place in it. */
export function NumberedGroup({ number, title, note, children }: NumberedGroupProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <div className="flex items-baseline gap-2.5">
        <span aria-hidden="true" className="font-mono text-12 text-ink3">
          {number}
        </span>
        <h2 id={id} className="text-15">
          {title}
        </h2>
        {note && <span className="text-12 text-ink3">{note}</span>}
      </div>
      {children}
    </section>
  );
}
