import { useRef } from 'react';
import type { Export, ExportWishes } from '#contract/export.ts';
import { client } from '../../app/api.ts';
import { queryClient } from '../../app/query-client.ts';
import { useAction } from '../../app/use-action.ts';
import { flushAll, useSaveState } from '../../app/use-autosave.ts';
import { keys } from '../../queries/keys.ts';
import { useStrings } from '../../strings/catalogue.ts';
import type { ExportsPlace } from './use-export-actions.ts';

/**
 * Asks for one file a wish. What is exported is what is saved, so the edit is saved first; pressed again after a refusal, the
 * files that were asked for already are not asked for twice.
 */
export function useAddExports({ projectId, workId }: ExportsPlace) {
  const t = useStrings('exports');
  const askedAs = useRef(new Map<string, string>());
  return useAction({
    quiet: true,
    run: async (wishes: readonly ExportWishes[]): Promise<readonly Export[]> => {
      await flushAll();
      const { state } = useSaveState.getState();
      if (state !== null && state !== 'saved') throw new Error(t.notSaved);
      const started: Export[] = [];
      try {
        for (const wish of wishes) {
          const name = JSON.stringify(wish);
          const idempotencyKey = askedAs.current.get(name) ?? crypto.randomUUID();
          askedAs.current.set(name, idempotencyKey);
          started.push(await client.startExport({ projectId, workId, ...wish }, { idempotencyKey }));
        }
        askedAs.current.clear();
      } finally {
        await queryClient.invalidateQueries({ queryKey: keys.exports(workId) });
      }
      return started;
    },
  });
}
