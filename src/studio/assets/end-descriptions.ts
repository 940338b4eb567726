import type { DescribedAsset } from '#contract/asset.ts';
import type { Problem } from '#contract/problems.ts';
import { appendEvent } from '#store/events.ts';
import { updateJob } from '#store/jobs.ts';
import { storedError } from '../stored-error.ts';
import type { World } from '../world.ts';

/** Ends the job of many descriptions; one that has been cancelled meanwhile stays so. */
export async function endDescriptions(
  world: Pick<World, 'database'>,
  jobId: string,
  ending: { readonly results: readonly DescribedAsset[] } | { readonly problem: Problem },
): Promise<void> {
  const patch =
    'results' in ending
      ? ({ status: 'done', progress: 1, stage: 'done', result: { results: ending.results } } as const)
      : ({ status: 'failed', error: storedError(ending.problem) } as const);
  await world.database.transaction(async (trx) => {
    const row = await updateJob(trx, jobId, patch);
    if (!row) return;
    const data = { jobId, status: patch.status };
    await appendEvent(trx, { workspaceId: row.workspaceId, workId: null, type: 'job', data });
  });
}
