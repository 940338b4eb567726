import { useSuspenseQueries } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { client } from '../../app/api.ts';
import { queryClient } from '../../app/query-client.ts';
import { useAction } from '../../app/use-action.ts';
import { keys } from '../../queries/keys.ts';
import { useModelHeaders } from '../../queries/model-choice.ts';
import { providerSettingsQuery, providersQuery } from '../../queries/providers.ts';
import type { WorkPlace } from '../../queries/references.ts';

/** Has the script written and goes to it at once; one that is there is opened, never written over. */
export function useWrite(place: WorkPlace, hasScenes: boolean) {
  const navigate = useNavigate();
  const [{ data: providers }, { data: settings }] = useSuspenseQueries({
    queries: [providersQuery, providerSettingsQuery],
  });
  const models = useModelHeaders(place.workId, providers, settings, ['llm']);
  return useAction({
    run: async () => {
      if (hasScenes) return;
      const options = { async: true, idempotencyKey: crypto.randomUUID() } as const;
      await client.writeScenario({ ...place, ...models }, options);
      void queryClient.invalidateQueries({ queryKey: keys.jobsOfWork(place.workId) });
    },
    done: () => void navigate({ to: '/p/$projectId/w/$workId/scenario', params: place }),
  });
}
