import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { client } from '../../app/api.ts';
import { queryClient } from '../../app/query-client.ts';
import { useAction } from '../../app/use-action.ts';
import { workJobsQuery } from '../../queries/jobs.ts';
import { keys } from '../../queries/keys.ts';
import { useModelHeaders } from '../../queries/model-choice.ts';
import { providerSettingsQuery, providersQuery } from '../../queries/providers.ts';
import { workQuery } from '../../queries/works.ts';
import { arrangeScript } from './arrange-script.ts';
import { inserted } from './arrange.ts';
import { NoScript } from './no-script.tsx';
import { ScriptBoard } from './script-board.tsx';
import { ScriptOnItsWay, ScriptTrouble } from './script-on-its-way.tsx';
import { scriptStateOf } from './script-state.ts';

const ROWS = 5; // of a script whose number of scenes nobody has said

/** The third step: the script, written by a model or by hand. */
export function ScenarioScreen() {
  const { projectId, workId } = useParams({ from: '/shell/p/$projectId/w/$workId/scenario' });
  const place = { projectId, workId };
  const { data: work } = useSuspenseQuery(workQuery(projectId, workId));
  const { data: jobs } = useSuspenseQuery(workJobsQuery(workId));
  const { data: providers } = useSuspenseQuery(providersQuery);
  const { data: settings } = useSuspenseQuery(providerSettingsQuery);
  const models = useModelHeaders(workId, providers, settings, ['llm', 'image']);
  const refresh = () => queryClient.invalidateQueries({ queryKey: keys.jobsOfWork(workId) });

  const write = useAction({
    run: async () => {
      await client.writeScenario({ ...place, ...models }, { async: true, idempotencyKey: crypto.randomUUID() });
      await refresh();
    },
  });
  const byHand = useAction({ run: () => arrangeScript(place, inserted(0)) });
  const resolve = useAction({
    run: async (wanted: { readonly jobId: string; readonly action: 'look' | 'retry' }) => {
      await client.resolveJob({ ...wanted, ...models });
      await refresh();
    },
  });
  const cancel = useAction({
    run: async (jobId: string) => {
      await client.cancelJob({ jobId });
      await refresh();
    },
  });
  const state = work.scenes.length > 0 ? null : scriptStateOf(jobs);

  return (
    <main id="content" className="mx-auto w-full max-w-400 grow p-6 max-sm:p-4 max-sm:pb-24">
      {state === null ? (
        <ScriptBoard projectId={projectId} workId={workId} models={models} />
      ) : state.kind === 'none' ? (
        <NoScript
          work={work}
          models={models}
          isStarting={write.isPending}
          onWrite={() => write.act(undefined)}
          onByHand={() => byHand.act(undefined)}
        />
      ) : state.kind === 'writing' ? (
        <ScriptOnItsWay job={state.job} rows={work.sceneCount ?? ROWS} onCancel={() => cancel.act(state.job.id)} />
      ) : (
        <ScriptTrouble
          kind={state.kind}
          job={state.job}
          onAgain={() =>
            state.kind === 'uncertain' ? resolve.act({ jobId: state.job.id, action: 'retry' }) : write.act(undefined)
          }
          onLook={() => resolve.act({ jobId: state.job.id, action: 'look' })}
          onByHand={() => byHand.act(undefined)}
        />
      )}
    </main>
  );
}
