import { Ban, CircleCheck, CircleQuestionMark, Clock, OctagonAlert, RefreshCw, X } from 'lucide-react';
import type { Job, JobStatus } from '#contract/job.ts';
import { useQueryClient } from '@tanstack/react-query';
import { keys } from '../queries/keys.ts';
import { useStrings } from '../strings/catalogue.ts';
import type { Catalogue } from '../strings/areas.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Glyph, type Icon } from '../ui/glyph.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Progress } from '../ui/progress.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { client } from './api.ts';
import { formatAgo, formatCount, formatShare } from './format.ts';
import { useAction } from './use-action.ts';

interface JobRowProps {
  readonly job: Job;
  readonly nowMs: number;
  /** Somebody goes elsewhere. */
  readonly onGo: () => void;
}

const looks: Record<JobStatus, { readonly icon: Icon | null; readonly tone: string }> = {
  queued: { icon: Clock, tone: 'text-ink3' },
  running: { icon: null, tone: 'text-work-text' },
  uncertain: { icon: CircleQuestionMark, tone: 'text-tally-text' },
  done: { icon: CircleCheck, tone: 'text-done-text' },
  failed: { icon: OctagonAlert, tone: 'text-err-text' },
  cancelled: { icon: Ban, tone: 'text-ink3' },
};

/** One job of the menu: what it is, how far it is, and the one thing to do about it. */
export function JobRow({ job, nowMs, onGo }: JobRowProps) {
  const t = useStrings('shell');
  const { icon, tone } = looks[job.status];
  const what = nameOf(job, t);
  const isRunning = job.status === 'running' || job.status === 'queued';
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)_auto] items-start gap-x-2 px-4 py-2">
      <span className={`pt-0.5 ${tone}`}>{icon ? <Glyph icon={icon} /> : <Spinner />}</span>
      <div className="min-w-0">
        <p className="truncate text-13 first-letter:uppercase">{what}</p>
        <p className={`text-12 ${isRunning ? 'text-ink2' : tone}`}>{stateOf(job, nowMs, t)}</p>
        {job.status === 'running' && job.progress > 0 && (
          <Progress value={job.progress} label={what} className="mt-1.5" />
        )}
      </div>
      <Act job={job} what={what} onGo={onGo} />
    </li>
  );
}

/** What can be done: stop it, decide, look. What may cost money is done where its price is shown. */
function Act({ job, what, onGo }: { readonly job: Job; readonly what: string; readonly onGo: () => void }) {
  const t = useStrings('shell');
  const queryClient = useQueryClient();
  const done = () => void queryClient.invalidateQueries({ queryKey: keys.jobs });
  const cancel = useAction({ run: () => client.cancelJob({ jobId: job.id }), done });
  const retry = useAction({
    run: () => client.retryJob({ jobId: job.id }, { idempotencyKey: crypto.randomUUID() }),
    done,
  });
  if (job.status === 'queued' || job.status === 'running') {
    return (
      <IconButton
        icon={X}
        size="sm"
        label={t.cancelJob(what)}
        pending={cancel.isPending}
        onClick={() => cancel.act()}
      />
    );
  }
  const { projectId, workId } = job;
  const isFree = job.provider === 'local' || job.kind === 'export' || job.kind === 'film';
  if (job.status === 'failed' && isFree) {
    return (
      <IconButton
        icon={RefreshCw}
        size="sm"
        label={t.retryJob(what)}
        pending={retry.isPending}
        onClick={() => retry.act()}
      />
    );
  }
  if (!projectId || !workId || job.status === 'cancelled') return null;
  return (
    <ButtonLink
      size="sm"
      variant={job.status === 'uncertain' ? 'amber' : 'quiet'}
      to={stepOf(job)}
      params={{ projectId, workId }}
      {...searchOf(job)}
      onClick={onGo}
    >
      {job.status === 'uncertain' ? t.decide : t.see}
    </ButtonLink>
  );
}

/** What of the step is to be seen: the scene, or the exports over the editor. */
function searchOf({ kind, sceneIndex }: Job): {
  readonly search?: { readonly scene: number } | { readonly export: true };
} {
  if (kind === 'export') return { search: { export: true } };
  return sceneIndex === undefined ? {} : { search: { scene: sceneIndex } };
}

function stepOf({ kind }: Job): `/p/$projectId/w/$workId/${'analyze' | 'scenario' | 'generate' | 'editor'}` {
  if (kind === 'analyze') return '/p/$projectId/w/$workId/analyze';
  if (kind === 'scenario') return '/p/$projectId/w/$workId/scenario';
  if (kind === 'export') return '/p/$projectId/w/$workId/editor';
  return '/p/$projectId/w/$workId/generate';
}

function nameOf({ kind, sceneIndex }: Job, t: Catalogue['shell']): string {
  const what = t.jobOf[kind];
  return sceneIndex === undefined ? what : `${what}, ${t.sceneNumber(formatCount(sceneIndex + 1))}`;
}

/** How it stands, in words: a percentage where there is one, else the stage and how long it has been. */
function stateOf(job: Job, nowMs: number, t: Catalogue['shell']): string {
  switch (job.status) {
    case 'queued':
      return t.waitsInLine;
    case 'running': {
      const left = job.etaMs === undefined ? [] : [t.left(time(job.etaMs, t))];
      if (job.progress > 0) return [formatShare(job.progress), ...left].join(', ');
      return [job.stage, ...(left.length > 0 ? left : [t.elapsed(time(nowMs - job.createdAt, t))])].join(', ');
    }
    case 'uncertain':
      return t.sentOrNot;
    case 'failed':
      return job.error?.error ?? t.hasFailed;
    case 'cancelled':
      return `${t.isCancelled}, ${formatAgo(job.updatedAt, nowMs)}`;
    case 'done':
      return `${t.isDone}, ${formatAgo(job.updatedAt, nowMs)}`;
    default:
      return job.status satisfies never;
  }
}

function time(ms: number, t: Catalogue['shell']): string {
  const wholeS = Math.max(1, Math.round(ms / 1000));
  return wholeS < 90 ? t.seconds(formatCount(wholeS)) : t.minutes(formatCount(Math.round(wholeS / 60)));
}
