import { useQuery } from '@tanstack/react-query';
import { Download, Play, RotateCw, Square, X } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Job } from '#contract/job.ts';
import type { Resolution } from '#contract/work.ts';
import { client } from '../app/api.ts';
import { formatShare } from '../app/format.ts';
import { formatLeft, formatLength } from '../app/length.ts';
import { useAction } from '../app/use-action.ts';
import { workJobsQuery } from '../queries/jobs.ts';
import { workQuery } from '../queries/works.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { ButtonAnchor } from '../ui/button-link.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Progress } from '../ui/progress.tsx';
import { filmOfJob, latestFilm } from './film-of-jobs.ts';

const PlayDialog = lazy(async () => ({ default: (await import('./play-dialog.tsx')).PlayDialog }));

interface FilmProgressProps {
  readonly projectId: string;
  readonly workId: string;
}

/** A film that is being made from one line: how far it is, and when it is there, the film. Shows nothing of other works. */
export function FilmProgress({ projectId, workId }: FilmProgressProps) {
  const { data: job } = useQuery({ ...workJobsQuery(workId), select: latestFilm });
  const { data: resolution } = useQuery({ ...workQuery(projectId, workId), select: (work) => work.resolution });
  const [closed, setClosed] = useState<string | null>(() => sessionStorage.getItem(CLOSED));
  if (!job || closed === job.id) return null;
  const close = () => {
    sessionStorage.setItem(CLOSED, job.id);
    setClosed(job.id);
  };
  if (job.status === 'queued' || job.status === 'running') return <Making job={job} />;
  if (job.status === 'done') return <Ready job={job} resolution={resolution} onClose={close} />;
  return <Stopped job={job} onClose={close} />;
}

const CLOSED = 'scenewright.film-told';

function Making({ job }: { readonly job: Job }) {
  const t = useStrings('works');
  const stop = useAction({ run: () => client.cancelJob({ jobId: job.id }) });
  const stage = job.stage in t.state.film ? t.state.film[job.stage as keyof typeof t.state.film] : t.state.film.waiting;
  const told = [
    ...(job.progress > 0 ? [formatShare(job.progress)] : []),
    ...(job.etaMs === undefined ? [] : [t.state.left(formatLeft(job.etaMs))]),
  ];
  return (
    <section aria-label={t.film.title} className="flex items-center gap-4 rounded-10 bg-panel py-2 ps-4 pe-2">
      <div className="min-w-0 grow">
        <p className="mb-1.5 flex justify-between gap-4 text-13">
          <output className="font-semibold text-work-text">{stage}</output>
          <span className="text-ink2">{told.join(', ')}</span>
        </p>
        <Progress value={job.progress > 0 ? job.progress : null} label={t.film.title} />
      </div>
      <Button variant="quiet" size="sm" icon={Square} pending={stop.isPending} onClick={() => stop.act()}>
        {t.film.stop}
      </Button>
    </section>
  );
}

interface ReadyProps {
  readonly job: Job;
  readonly resolution: Resolution | undefined;
  readonly onClose: () => void;
}

function Ready({ job, resolution, onClose }: ReadyProps) {
  const t = useStrings('works');
  const [isPlaying, setIsPlaying] = useState(false);
  const film = filmOfJob(job);
  if (!film) return null;
  return (
    <>
      <Notice
        tone="done"
        live
        title={t.film.ready}
        action={
          <>
            <Button variant="ink" icon={Play} onClick={() => setIsPlaying(true)}>
              {t.film.play}
            </Button>
            <ButtonAnchor href={film.url} download icon={Download}>
              {t.download}
            </ButtonAnchor>
            <IconButton label={t.film.close} icon={X} onClick={onClose} className="max-sm:grow-0!" />
          </>
        }
      >
        {t.film.readyText(formatLength(film.durationS))}
      </Notice>
      {isPlaying && resolution && (
        <Suspense>
          <PlayDialog open onOpenChange={setIsPlaying} name={t.film.title} film={film} resolution={resolution} />
        </Suspense>
      )}
    </>
  );
}

function Stopped({ job, onClose }: { readonly job: Job; readonly onClose: () => void }) {
  const t = useStrings('works');
  const again = useAction({ run: () => client.retryJob({ jobId: job.id }, { idempotencyKey: crypto.randomUUID() }) });
  const isFailed = job.status !== 'cancelled';
  return (
    <Notice
      tone={isFailed ? 'error' : 'plain'}
      live
      title={isFailed ? t.film.failed : t.film.stopped}
      action={
        <>
          <Button icon={RotateCw} pending={again.isPending} onClick={() => again.act()}>
            {t.film.goOn}
          </Button>
          <IconButton label={t.film.close} icon={X} onClick={onClose} className="max-sm:grow-0!" />
        </>
      }
    >
      {isFailed && job.error?.error}
    </Notice>
  );
}
