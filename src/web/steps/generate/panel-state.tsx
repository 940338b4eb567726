import { useSuspenseQueries } from '@tanstack/react-query';
import { CircleX } from 'lucide-react';
import type { Job } from '#contract/job.ts';
import type { TakeKind } from '#contract/take.ts';
import { client } from '../../app/api.ts';
import { formatShare } from '../../app/format.ts';
import { useAction } from '../../app/use-action.ts';
import { workJobsQuery } from '../../queries/jobs.ts';
import { takesQuery, type ScenePlace } from '../../queries/takes.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { Progress } from '../../ui/progress.tsx';
import { sceneWork } from './panel-jobs.ts';
import { Uncertain } from './uncertain.tsx';
import { PanelFailure } from './panel-failure.tsx';
import { numberedTakes } from './takes-numbered.ts';
import { useElapsed } from './panel-elapsed.ts';

interface PanelStateProps extends ScenePlace {
  readonly kind: TakeKind;
}

/** What goes on for a scene's picture or clip, or what went wrong last. */
export function PanelState({ kind, ...place }: PanelStateProps) {
  const [{ data: jobs }, { data: all }] = useSuspenseQueries({
    queries: [workJobsQuery(place.workId), takesQuery(place)],
  });
  const [newest] = numberedTakes(all, kind);
  const { sceneIndex } = place;
  const { running, failed, uncertain } = sceneWork(jobs, {
    sceneIndex,
    kind,
    newestTakeAtMs: newest?.createdAt ?? null,
  });
  if (running.length === 0 && !failed && !uncertain) return null;
  const picture = numberedTakes(all, 'image').find(({ picked }) => picked);
  return (
    <div className="flex flex-col gap-2">
      {uncertain && <Uncertain {...place} kind={kind} job={uncertain} pictureNumber={picture?.number ?? null} />}
      {running.map((job) => (
        <RunningJob key={job.id} job={job} kind={kind} />
      ))}
      {failed && <PanelFailure {...place} kind={kind} job={failed} />}
    </div>
  );
}

function RunningJob({ job, kind }: { readonly job: Job; readonly kind: TakeKind }) {
  const t = useStrings('scenePanel');
  const cancel = useAction({ run: () => client.cancelJob({ jobId: job.id }) });
  const elapsedS = useElapsed(job.createdAt);
  const isQueued = job.status === 'queued';
  const value = !isQueued && job.progress > 0 ? job.progress : null;
  const doing = isQueued ? t.waiting : kind === 'image' ? t.makingPicture : t.makingClip;
  return (
    <div className="rounded-6 border border-line bg-raise p-3">
      <div className="flex items-center gap-2">
        <span className="min-w-0 grow text-12 text-work-text">
          {doing}
          {value !== null && <span className="ms-1.5">{formatShare(value)}</span>}
        </span>
        <span className="text-11 text-ink3">{t.elapsed(elapsedS)}</span>
        <Button
          size="sm"
          variant="quiet"
          icon={CircleX}
          pending={cancel.isPending}
          onClick={() => cancel.act(undefined)}
        >
          {t.cancel}
        </Button>
      </div>
      <Progress value={isQueued ? 0 : value} label={doing} className="mt-2" />
    </div>
  );
}
