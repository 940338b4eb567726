import type { Job } from '#contract/job.ts';
import { client } from '../../app/api.ts';
import { queryClient } from '../../app/query-client.ts';
import { useAction } from '../../app/use-action.ts';
import { keys } from '../../queries/keys.ts';
import { Elapsed } from '../../pieces/elapsed.tsx';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { Progress } from '../../ui/progress.tsx';
import { stageOf } from './stage-of.ts';

interface LookingProps {
  readonly job: Job;
  /** Who looks, by name. */
  readonly model: string;
}

/** The analysis that is under way: what it does now, how long it has been at it, and the way to stop it. */
export function Looking({ job, model }: LookingProps) {
  const { running: t } = useStrings('analyze');
  const cancel = useAction({
    run: async () => {
      await client.cancelJob({ jobId: job.id });
      await queryClient.invalidateQueries({ queryKey: keys.jobsOfWork(job.workId ?? '') });
    },
  });
  const stage = stageOf(job);
  const said = stage === 'asking' ? t.asking(model) : t[stage];
  return (
    <div className="flex flex-col gap-3 rounded-10 border border-line bg-panel p-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="grow" aria-live="polite">
          <span className="font-semibold">{said}</span>{' '}
          <span className="text-ink2" aria-live="off">
            <Elapsed sinceMs={job.createdAt} said={t.elapsed} />
          </span>
        </p>
        <Button size="sm" pending={cancel.isPending} onClick={() => cancel.act(undefined)}>
          {t.cancel}
        </Button>
      </div>
      <Progress
        value={stage === 'waiting' || stage === 'asking' ? null : job.progress}
        label={t.progress}
        valueText={said}
      />
    </div>
  );
}
