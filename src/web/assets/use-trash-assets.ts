import type { Asset } from '#contract/asset.ts';
import { client } from '../app/api.ts';
import { queryClient } from '../app/query-client.ts';
import { useAction } from '../app/use-action.ts';
import { assetsQuery } from '../data/assets.ts';
import { keys } from '../data/keys.ts';
import { useStrings } from '../strings/catalogue.ts';
import { toast } from '../ui/toast.ts';

/** Puts files into the trash: they are gone from the screen at once, and one press brings them back. */
export function useTrashAssets(projectId: string) {
  const t = useStrings('assets');
  const refresh = async () => {
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: keys.assets(projectId) }),
      queryClient.invalidateQueries({ queryKey: keys.trash }),
    ]);
  };
  return useAction({
    run: async (assets: readonly Pick<Asset, 'id' | 'name'>[]) => {
      const gone = new Set(assets.map(({ id }) => id));
      queryClient.setQueryData(
        assetsQuery(projectId).queryKey,
        (known) => known && { ...known, assets: known.assets.filter(({ id }) => !gone.has(id)) },
      );
      try {
        return await Promise.all(assets.map(({ id }) => client.trashAsset({ projectId, assetId: id })));
      } finally {
        await refresh();
      }
    },
    done: (trashed, assets) => {
      const [only] = assets;
      toast({
        title: assets.length === 1 && only ? t.trashedOne(only.name) : t.trashedMany(assets.length),
        undo: async () => {
          await Promise.all(trashed.map(({ trashId }) => client.restoreFromTrash({ trashId })));
          await refresh();
        },
      });
    },
  });
}
