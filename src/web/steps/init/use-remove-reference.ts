import type { Work } from '#contract/work.ts';
import { client } from '../../app/api.ts';
import { queryClient } from '../../app/query-client.ts';
import { useAction } from '../../app/use-action.ts';
import { keys } from '../../queries/keys.ts';

/** Takes the reference video of a work away. */
export function useRemoveReference({ id: workId, projectId }: Pick<Work, 'id' | 'projectId'>) {
  return useAction({
    run: async () => {
      await client.removeReference({ projectId, workId });
      await queryClient.invalidateQueries({ queryKey: keys.work(workId) });
    },
  });
}
