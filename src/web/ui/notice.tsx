import { CircleAlert, CircleCheck, Info, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { Glyph, type Icon } from './glyph.tsx';
import { type Tone, toneText } from './tone.ts';

interface NoticeProps {
  readonly tone?: Tone | undefined;
  readonly title: string;
  readonly children?: ReactNode;
  /** What can be done about it; one amber button at most. */
  readonly action?: ReactNode;
  readonly icon?: Icon | undefined;
  /** It came up while the page was open, so it is read out. */
  readonly live?: boolean | undefined;
  readonly className?: string | undefined;
}

const surfaces: Record<Tone, string> = {
  plain: 'border-line bg-panel',
  attention: 'border-tally bg-[color-mix(in_oklab,var(--tally)_14%,var(--panel))]',
  work: 'border-work bg-[color-mix(in_oklab,var(--work)_10%,var(--panel))]',
  done: 'border-done bg-[color-mix(in_oklab,var(--done)_10%,var(--panel))]',
  error: 'border-err bg-[color-mix(in_oklab,var(--err)_10%,var(--panel))]',
};

const icons: Record<Tone, Icon> = {
  plain: Info,
  attention: TriangleAlert,
  work: CircleAlert,
  done: CircleCheck,
  error: OctagonAlert,
};

/** Something one should know on this screen, and what to do about it. */
export function Notice({ tone = 'plain', title, children, action, icon, live = false, className }: NoticeProps) {
  return (
    <div
      role={live ? 'status' : undefined}
      className={classes(
        'flex flex-wrap items-center gap-x-5 gap-y-3 rounded-10 border p-4',
        surfaces[tone],
        className,
      )}
    >
      <div className="flex min-w-[min(15rem,100%)] flex-1 items-start gap-3">
        <Glyph icon={icon ?? icons[tone]} className={classes('mt-px', toneText[tone])} />
        <div className="min-w-0 grow">
          <p className="text-13 font-semibold text-ink">{title}</p>
          {children && <div className="mt-0.5 text-13 text-ink2">{children}</div>}
        </div>
      </div>
      {action && <div className="flex flex-wrap gap-2 max-sm:w-full max-sm:*:grow">{action}</div>}
    </div>
  );
}
