import { useNavigate } from '@tanstack/react-router';
import { client } from '../app/api.ts';
import { queryClient } from '../app/query-client.ts';
import { useAction } from '../app/use-action.ts';
import { keys } from '../queries/keys.ts';
import { useStrings } from '../strings/catalogue.ts';
import { toast } from '../ui/toast.ts';

/** Makes another work that begins with the same brief; its script and pictures are its own. */
export function useDuplicate() {
  const t = useStrings('works');
  const navigate = useNavigate();
  return useAction({
    run: async (place: { readonly projectId: string; readonly workId: string }) => {
      const work = await client.getWork(place);
      const { mode, productName, productDescription, targetAudience, language, videoDuration, sceneCount } = work;
      const { selectedAssetIds, assetUsageMode, resolution, styleGuide } = work;
      return client.createWork({
        projectId: place.projectId,
        name: t.copyOf(work.name),
        mode,
        productName,
        productDescription,
        targetAudience,
        language,
        videoDuration,
        sceneCount,
        selectedAssetIds,
        assetUsageMode,
        resolution,
        styleGuide,
      });
    },
    done: ({ id: workId, projectId, name }) => {
      void queryClient.invalidateQueries({ queryKey: keys.works(projectId) });
      toast({ title: t.duplicated(name), tone: 'done' });
      void navigate({ to: '/p/$projectId/w/$workId/init', params: { projectId, workId } });
    },
  });
}
