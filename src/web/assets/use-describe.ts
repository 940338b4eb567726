import type { Asset, DescribedAsset } from '#contract/asset.ts';
import { ApiError, client } from '../app/api.ts';
import { queryClient } from '../app/query-client.ts';
import { useAction } from '../app/use-action.ts';
import { keys } from '../queries/keys.ts';
import type { ReaderHeaders } from '../queries/reader-choice.ts';
import { useStrings } from '../strings/catalogue.ts';
import { toast } from '../ui/toast.ts';
import { whileDescribing } from './describing.ts';

const AT_ONCE = 50; // as many as the server takes in one request

/** Has files described by whoever was chosen; what could not be looked at is told by name, with the reason. */
export function useDescribe(projectId: string) {
  const t = useStrings('assets');
  return useAction({
    run: async ({ assets, reader }: { readonly assets: readonly Asset[]; readonly reader: ReaderHeaders }) => {
      const results: DescribedAsset[] = [];
      for (let from = 0; from < assets.length; from += AT_ONCE) {
        const assetIds = assets.slice(from, from + AT_ONCE).map(({ id }) => id);
        const key = crypto.randomUUID();
        const asked = { projectId, assetIds, ...reader };
        results.push(...(await whileDescribing(assetIds, () => describeSome(asked, key))));
        await queryClient.invalidateQueries({ queryKey: keys.assets(projectId) });
      }
      return results;
    },
    done: (results, { assets }) => {
      const failed = results.filter(({ error }) => error !== undefined);
      const done = results.length - failed.length;
      if (done > 0) toast({ title: t.wereDescribed(done), tone: 'done' });
      const nameOf = new Map(assets.map(({ id, name }) => [id, name]));
      const reasons = failed.map(({ assetId, error = '' }) => `${nameOf.get(assetId) ?? ''}: ${error}`);
      if (failed.length > 0) toast({ title: t.notAllDescribed(failed.length), text: reasons.join(' '), tone: 'error' });
    },
  });
}

/** Waits for the descriptions; those that take longer than a request may stay among the jobs, and come by themselves. */
async function describeSome(
  asked: Parameters<typeof client.describeAssets>[0],
  idempotencyKey: string,
): Promise<readonly DescribedAsset[]> {
  try {
    return (await client.describeAssets(asked, { idempotencyKey })).results;
  } catch (error) {
    if (error instanceof ApiError && error.code === 'still_running') return [];
    throw error;
  }
}
