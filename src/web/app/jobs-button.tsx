import { useQuery } from '@tanstack/react-query';
import { Activity, CircleQuestionMark } from 'lucide-react';
import { lazy, Suspense } from 'react';
import type { Job } from '#contract/job.ts';
import { activeJobsQuery } from '../queries/jobs.ts';
import { useStrings } from '../strings/catalogue.ts';
import { buttonLooks } from '../ui/button-looks.ts';
import { classes } from '../ui/classes.ts';
import { Glyph } from '../ui/glyph.tsx';
import { Popover } from '../ui/popover.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { formatCount } from './format.ts';
import { jobsInGroups } from './jobs-in-groups.ts';

const JobsPanel = lazy(async () => ({ default: (await import('./jobs-panel.tsx')).JobsPanel }));

/** How much is running, and behind it what. */
export function JobsButton() {
  const t = useStrings('shell');
  const { data: { running, waiting } = { running: 0, waiting: 0 } } = useQuery({ ...activeJobsQuery, select: counted });
  return (
    <Popover
      label={t.jobs}
      align="end"
      className="w-105 p-0!"
      trigger={
        <button
          type="button"
          aria-label={running + waiting === 0 ? t.jobs : t.jobsButton(running, waiting)}
          className={classes(
            buttonLooks({ variant: 'quiet' }),
            'px-2.5 touch:px-2.5',
            running + waiting > 0 && 'text-ink',
          )}
        >
          <Glyph icon={Activity} className={running > 0 ? 'text-work' : undefined} />
          {running > 0 && (
            <span>
              {formatCount(running)} <span className="text-12 text-ink2 max-md:hidden">{t.running}</span>
            </span>
          )}
          {waiting > 0 && (
            <span className="inline-flex items-center gap-1 text-tally-text">
              <Glyph icon={CircleQuestionMark} />
              {formatCount(waiting)}
            </span>
          )}
        </button>
      }
    >
      {(close) => (
        <Suspense fallback={<Skeleton className="m-4 h-24" />}>
          <JobsPanel onGo={close} />
        </Suspense>
      )}
    </Popover>
  );
}

function counted(active: readonly Job[]): { readonly running: number; readonly waiting: number } {
  const { runningCount, needsYouCount } = jobsInGroups(active, [], Date.now());
  return { running: runningCount, waiting: needsYouCount };
}
