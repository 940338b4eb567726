import { queryClient } from '../../app/query-client.ts';
import { client, versionOf } from '../../app/api.ts';
import { useAction } from '../../app/use-action.ts';
import { keys } from '../../queries/keys.ts';
import { takesQuery, takeUrl, type ScenePlace } from '../../queries/takes.ts';
import { workPath, workQuery } from '../../queries/works.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { toast } from '../../ui/toast.ts';
import type { NumberedTake } from './takes-numbered.ts';

/** What can be done with a take of a scene. */
export function useTakeActions(place: ScenePlace) {
  const t = useStrings('scenePanel');
  const pick = useAction({
    run: async (take: NumberedTake) => {
      const before = queryClient.getQueryData(takesQuery(place).queryKey);
      const shown = before?.find(({ kind, picked }) => kind === take.kind && picked);
      await pickNow(place, take.id);
      return { shown, take };
    },
    done: ({ shown, take }) =>
      toast({
        title: t.inUseNow(take.number),
        ...(shown ? { undo: () => pickNow(place, shown.id) } : {}),
      }),
  });
  const adopt = useAction({
    run: (take: NumberedTake) => adoptTake(place, take, t.referenceName(place.sceneIndex + 1, take.number)),
    done: () => toast({ title: t.isReference, text: t.isReferenceText }),
  });
  return { pick, adopt, download } as const;
}

/** Shows a take in its scene; the lists say so at once. */
async function pickNow(place: ScenePlace, takeId: string): Promise<void> {
  const picked = await client.pickTake({ ...place, takeId });
  queryClient.setQueryData(takesQuery(place).queryKey, (takes) =>
    takes?.map((take) =>
      take.kind === picked.kind
        ? { ...take, picked: take.id === picked.id, ...(take.id === picked.id ? picked : {}) }
        : take,
    ),
  );
  await queryClient.invalidateQueries({ queryKey: keys.work(place.workId) });
}

/** Saves the file under a name that says what it is. */
function download(take: NumberedTake): void {
  const link = document.createElement('a');
  link.href = takeUrl(take);
  link.download = `v${take.number}.${take.facts.mime.split('/')[1] ?? 'bin'}`;
  link.click();
}

/** Makes a picture one of the project's assets, and one that the work's pictures are made from. */
async function adoptTake(place: ScenePlace, take: NumberedTake, name: string): Promise<void> {
  const { projectId, workId } = place;
  const asset = await client.adoptTake({ ...place, takeId: take.id, name });
  const work = await queryClient.fetchQuery({ ...workQuery(projectId, workId), staleTime: 0 });
  const selectedAssetIds = [...work.selectedAssetIds.filter((id) => id !== asset.id), asset.id];
  const assetUsageMode = work.assetUsageMode ?? 'reference';
  const ifMatch = versionOf(workPath(projectId, workId));
  const changed = await client.updateWork(
    { projectId, workId, selectedAssetIds, assetUsageMode },
    ifMatch === undefined ? {} : { ifMatch },
  );
  queryClient.setQueryData(keys.work(workId), changed);
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: keys.assets(projectId) }),
    queryClient.invalidateQueries({ queryKey: keys.changes(workId) }),
    queryClient.invalidateQueries({ queryKey: takesQuery(place).queryKey }),
  ]);
}
