import type { Job } from '#contract/job.ts';
import { client } from '../../app/api.ts';
import { queryClient } from '../../app/query-client.ts';
import { useAction } from '../../app/use-action.ts';
import { keys } from '../../queries/keys.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Look } from './use-look.ts';

const BUILT_IN = { provider: 'local', model: '' } as const;

/** An analysis that failed, or of which nobody knows whether it was taken: the reason, and what can be done. */
export function LookTrouble({ job, look }: { readonly job: Job; readonly look: Look }) {
  const t = useStrings('analyze');
  const resolve = useAction({
    run: async (action: 'look' | 'failed') => {
      await client.resolveJob({ jobId: job.id, action });
      await queryClient.invalidateQueries({ queryKey: keys.jobsOfWork(job.workId ?? '') });
    },
  });
  if (job.status === 'uncertain') {
    return (
      <Notice
        tone="attention"
        live
        title={t.uncertain.title(job.provider ?? look.name)}
        action={
          <>
            <Button size="sm" pending={resolve.isPending} onClick={() => resolve.act('look')}>
              {t.uncertain.look}
            </Button>
            <Button size="sm" variant="quiet" onClick={() => resolve.act('failed')}>
              {t.uncertain.giveUp}
            </Button>
          </>
        }
      >
        {t.uncertain.text}
      </Notice>
    );
  }
  return (
    <Notice
      tone="error"
      live
      title={t.failed.title}
      action={
        <>
          <Button size="sm" pending={look.isPending} onClick={() => look.start()}>
            {t.failed.retry}
          </Button>
          {look.choice.provider !== BUILT_IN.provider && (
            <Button size="sm" variant="quiet" onClick={() => look.start(BUILT_IN)}>
              {t.failed.builtIn}
            </Button>
          )}
        </>
      }
    >
      {job.error?.error}
    </Notice>
  );
}
