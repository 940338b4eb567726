import { etagOf } from '#contract/client.ts';
import type { ScenarioScene } from '#contract/scene.ts';
import type { Work } from '#contract/work.ts';
import { client, rememberVersion, versionOf } from '../../app/api.ts';
import { queryClient } from '../../app/query-client.ts';
import { flushAll } from '../../app/use-autosave.ts';
import { keys } from '../../queries/keys.ts';
import { workPath, workQuery } from '../../queries/works.ts';
import { foreseen, type Arrangement } from './arrange.ts';

const CHASES = 3; // how often somebody else may be faster

/**
 * Puts the scenes of a work into another order or number: shown at once, then sent. Where somebody else was faster, it is
 * worked out once more on what they have made.
 */
export async function arrangeScript(
  { projectId, workId }: { readonly projectId: string; readonly workId: string },
  arrangement: Arrangement,
): Promise<readonly ScenarioScene[]> {
  await flushAll();
  const query = workQuery(projectId, workId);
  for (let chases = CHASES; ; chases--) {
    await queryClient.cancelQueries({ queryKey: query.queryKey, exact: true });
    const before = await queryClient.ensureQueryData(query);
    const lines = arrangement(before.scenes);
    show(workId, foreseen(before.scenes, lines));
    try {
      const ifMatch = versionOf(workPath(projectId, workId));
      const saved = await client.arrangeScenes(
        { projectId, workId, scenes: [...lines] },
        ifMatch === undefined ? {} : { ifMatch },
      );
      const version = etagOf(saved);
      if (version) rememberVersion(workPath(projectId, workId), version);
      show(workId, saved.scenes);
      void queryClient.invalidateQueries({ queryKey: keys.work(workId) });
      return saved.scenes;
    } catch (error) {
      queryClient.setQueryData(keys.work(workId), before);
      if ((error as { status?: number }).status !== 412 || chases === 0) throw error;
      await queryClient.fetchQuery({ ...query, staleTime: 0 });
    }
  }
}

function show(workId: string, scenes: readonly ScenarioScene[]): void {
  queryClient.setQueryData(keys.work(workId), (work: Work | undefined) => work && { ...work, scenes: [...scenes] });
}
