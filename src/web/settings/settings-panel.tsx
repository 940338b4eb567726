import { useId, type ReactNode } from 'react';

interface SettingsPanelProps {
  readonly title: string;
  /** Quieter, beside the title. */
  readonly text?: string | undefined;
  /** At the end of the title's line. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** A part of a screen of settings, with its heading. */
export function SettingsPanel({ title, text, action, children, className }: SettingsPanelProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={`min-w-0 overflow-hidden rounded-10 bg-panel ${className ?? ''}`}>
      <div className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-1.5">
        <h2 id={id} className="text-13">
          {title}
        </h2>
        {text && <p className="text-12 text-ink3">{text}</p>}
        {action && <div className="ms-auto flex items-center gap-2">{action}</div>}
      </div>
      {children}
    </section>
  );
}
