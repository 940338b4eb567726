import { Eye, PencilLine, RefreshCw, X } from 'lucide-react';
import type { Job } from '#contract/job.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { useElapsed } from './use-elapsed.ts';

/** The script while it is written: rows in their size, what goes on, and a way out. */
export function ScriptOnItsWay({
  job,
  rows,
  onCancel,
}: {
  readonly job: Job;
  readonly rows: number;
  readonly onCancel: () => void;
}) {
  const t = useStrings('scenario');
  const elapsed = useElapsed(job.createdAt);
  return (
    <>
      <header className="flex flex-wrap items-end justify-between gap-3 pb-4">
        <div>
          <h1 tabIndex={-1} className="text-23">
            {t.titleWriting}
          </h1>
          <p className="mt-0.5 flex items-center gap-2 text-work-text">
            <Spinner />
            <output>{job.status === 'queued' ? t.stageWaiting : t.stageWriting}</output>
            <span className="font-mono text-12 text-ink2">{t.elapsed(elapsed)}</span>
          </p>
        </div>
        <Button icon={X} onClick={onCancel}>
          {t.cancel}
        </Button>
      </header>
      <div className="flex flex-col gap-1.5">
        {Array.from({ length: rows }, (_, row) => (
          <div key={row} className="flex h-16 items-center gap-5 rounded-10 bg-panel px-4 max-md:h-28">
            <Skeleton className="h-8 w-14" />
            <Skeleton className="h-8 min-w-0 grow" />
            <Skeleton className="h-8 w-1/5 max-md:hidden" />
            <Skeleton className="h-8 w-1/10 max-md:hidden" />
          </div>
        ))}
      </div>
    </>
  );
}

interface ScriptTroubleProps {
  readonly kind: 'failed' | 'uncertain';
  readonly job: Job;
  readonly onAgain: () => void;
  readonly onLook: () => void;
  readonly onByHand: () => void;
}

/** Why there is no script: the reason as the server tells it, and what to do about it. */
export function ScriptTrouble({ kind, job, onAgain, onLook, onByHand }: ScriptTroubleProps) {
  const t = useStrings('scenario');
  const isDoubt = kind === 'uncertain';
  return (
    <>
      <h1 tabIndex={-1} className="pb-4 text-23">
        {isDoubt ? t.titleUncertain : t.titleFailed}
      </h1>
      <Notice
        tone={isDoubt ? 'attention' : 'error'}
        title={job.error?.error ?? t.titleFailed}
        action={
          <>
            {isDoubt && (
              <Button variant="amber" icon={Eye} onClick={onLook}>
                {t.lookAgain} <span className="font-normal">{t.lookFree}</span>
              </Button>
            )}
            <Button variant={isDoubt ? 'outline' : 'amber'} icon={RefreshCw} onClick={onAgain}>
              {isDoubt ? t.uncertainAgain : t.tryAgain}
            </Button>
            <Button variant="quiet" icon={PencilLine} onClick={onByHand}>
              {t.writeByHand}
            </Button>
          </>
        }
      >
        {isDoubt ? t.uncertainText : null}
      </Notice>
    </>
  );
}
