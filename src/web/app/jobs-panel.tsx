import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { activeJobsQuery, recentJobsQuery } from '../queries/jobs.ts';
import { useStrings } from '../strings/catalogue.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { JobRow } from './job-row.tsx';
import { jobsInGroups, type JobsOfWork } from './jobs-in-groups.ts';
import { useNow } from './use-now.ts';

/** Everything that runs, waits for a person or has just ended, by work. */
export function JobsPanel({ onGo }: { readonly onGo: () => void }) {
  const t = useStrings('shell');
  const nowMs = useNow();
  const active = useQuery(activeJobsQuery);
  const recent = useQuery(recentJobsQuery);
  if (active.error) return <ErrorState error={active.error} retry={() => void active.refetch()} className="m-3" />;
  if (!active.data || recent.isPending) return <Skeleton className="m-4 h-24" />;
  const { needsYou, running, ended } = jobsInGroups(active.data, recent.data ?? [], nowMs);
  if (needsYou.length + running.length + ended.length === 0) {
    return <EmptyState title={t.nothingRuns} text={t.nothingRunsText} className="border-0 py-8" />;
  }
  return (
    <div className="grid pb-2">
      <Section title={t.jobsNeedYou} groups={needsYou} nowMs={nowMs} onGo={onGo} />
      <Section title={t.jobsRunning} groups={running} nowMs={nowMs} onGo={onGo} />
      <Section title={t.jobsEnded} groups={ended} nowMs={nowMs} onGo={onGo} />
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  readonly groups: readonly JobsOfWork[];
  readonly nowMs: number;
  readonly onGo: () => void;
}

function Section({ title, groups, nowMs, onGo }: SectionProps) {
  const t = useStrings('shell');
  if (groups.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className="px-4 pt-4 pb-1 text-12 font-medium text-ink3">{title}</h2>
      {groups.map(({ workId, projectId, workName, jobs }) => (
        <div key={workId}>
          <h3 className="truncate px-4 pt-1 text-13">
            {workId !== null && projectId !== null ? (
              <Link
                to="/p/$projectId/w/$workId/generate"
                params={{ projectId, workId }}
                onClick={onGo}
                className="rounded-4 no-underline hover:underline"
              >
                {workName}
              </Link>
            ) : (
              t.withoutWork
            )}
          </h3>
          <ul>
            {jobs.map((job) => (
              <JobRow key={job.id} job={job} nowMs={nowMs} onGo={onGo} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
