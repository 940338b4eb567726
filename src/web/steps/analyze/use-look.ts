import { useQuery, useSuspenseQueries } from '@tanstack/react-query';
import { client } from '../../app/api.ts';
import { queryClient } from '../../app/query-client.ts';
import { useAction } from '../../app/use-action.ts';
import { keys } from '../../queries/keys.ts';
import { defaultChoice, headersOf, useModelChoice, type ModelChoice } from '../../queries/model-choice.ts';
import { providerSettingsQuery, providersQuery } from '../../queries/providers.ts';
import { outlineEstimateQuery, type WorkPlace } from '../../queries/references.ts';

/** Who looks at the reference, what that costs, and how to have it done. */
export interface Look {
  readonly choice: ModelChoice;
  /** Of the model, as people call it. */
  readonly name: string;
  /** Undefined until it is known; null: the catalogue has no price. */
  readonly microUsd: number | null | undefined;
  readonly isPending: boolean;
  /** By whoever is chosen, unless another is named. */
  readonly start: (choice?: ModelChoice) => void;
}

/** Has the reference of a work looked at. */
export function useLook(place: WorkPlace, hasReference: boolean): Look {
  const { workId } = place;
  const [{ data: providers }, { data: settings }] = useSuspenseQueries({
    queries: [providersQuery, providerSettingsQuery],
  });
  const choice = useModelChoice(workId, 'vision') ?? defaultChoice('vision', providers, settings);
  const headers = headersOf('vision', choice);
  const estimate = useQuery({ ...outlineEstimateQuery(place, 'analysis', headers), enabled: hasReference });
  const { act, isPending } = useAction({
    run: async (by: ModelChoice) => {
      const options = { async: true, idempotencyKey: crypto.randomUUID() } as const;
      await client.analyzeWork({ ...place, ...headersOf('vision', by) }, options);
      await queryClient.invalidateQueries({ queryKey: keys.jobsOfWork(workId) });
    },
  });
  const info = providers.find(({ id, category }) => id === choice.provider && category === 'vision');
  return {
    choice,
    name: info?.models.find(({ id }) => id === choice.model)?.name ?? choice.model,
    microUsd: estimate.data?.expectedMicroUsd,
    isPending,
    start: (by = choice) => act(by),
  };
}
