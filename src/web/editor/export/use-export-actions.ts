import { client } from '../../app/api.ts';
import { queryClient } from '../../app/query-client.ts';
import { useAction } from '../../app/use-action.ts';
import { keys } from '../../queries/keys.ts';

/** Whose exports. */
export interface ExportsPlace {
  readonly projectId: string;
  readonly workId: string;
}

const look = (workId: string): Promise<void> => queryClient.invalidateQueries({ queryKey: keys.exports(workId) });

/** Stops an export that runs, or takes one that waits out of the queue. */
export function useCancelExport(place: ExportsPlace) {
  return useAction({
    run: async (exportId: string) => {
      await client.cancelExport({ ...place, exportId });
      await look(place.workId);
    },
  });
}

/** Lets none of the exports that wait begin, or all of them again. */
export function usePauseExports(place: ExportsPlace) {
  return useAction({
    run: async (what: 'pause' | 'resume') => {
      await (what === 'pause' ? client.pauseExports(place) : client.resumeExports(place));
      await look(place.workId);
    },
  });
}

/** Takes an export off the list, and its file off the disk. */
export function useDeleteExport(place: ExportsPlace) {
  return useAction({
    run: async (exportId: string) => {
      await client.deleteExport({ ...place, exportId });
      await look(place.workId);
    },
  });
}

/** Exports once more what failed or was stopped; what was rendered of it is not rendered again. */
export function useRetryExport({ workId }: ExportsPlace) {
  return useAction({
    run: async (jobId: string) => {
      await client.retryJob({ jobId }, { idempotencyKey: crypto.randomUUID() });
      await look(workId);
    },
  });
}
