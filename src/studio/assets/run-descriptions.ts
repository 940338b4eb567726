import { AssetDescription, type DescribedAsset } from '#contract/asset.ts';
import type { JobOutcome, RunningJob } from '#jobs/job-queue.ts';
import { getJob } from '#store/jobs.ts';
import { BatchPayload } from '../jobs/job-payload.ts';
import { progressWriter } from '../jobs/progress-writer.ts';
import { waitForJob } from '../jobs/wait-for-job.ts';
import type { World } from '../world.ts';
import { StoredDescriptions, whyNot } from './describe-assets.ts';
import { endDescriptions } from './end-descriptions.ts';

/** Waits until every asset of a batch has been looked at or could not be; run again after a restart, it goes on waiting. */
export async function runDescriptions(world: World, job: RunningJob): Promise<JobOutcome> {
  const { jobId } = BatchPayload.parse(job.payload);
  const row = await getJob(world.database.kysely, jobId);
  if (!row || (row.status !== 'queued' && row.status !== 'running')) return { status: 'done' };
  const { assets } = StoredDescriptions.parse(row.request);
  const signal = AbortSignal.any([job.signal, job.closing]);
  const progress = progressWriter(world, jobId);
  const results: DescribedAsset[] = [];
  try {
    for (const asset of assets) {
      progress.report(results.length / assets.length);
      results.push('jobId' in asset ? await described(world, asset, signal) : asset);
    }
  } catch (error) {
    if (job.closing.aborted && !job.signal.aborted) return { status: 'again', afterMs: 0 };
    if (job.signal.aborted) return { status: 'done' }; // cancelled: the row says so already
    throw error;
  } finally {
    await progress.stop();
  }
  await endDescriptions(world, jobId, { results });
  return { status: 'done' };
}

async function described(
  world: World,
  { assetId, jobId }: { readonly assetId: string; readonly jobId: string },
  signal: AbortSignal,
): Promise<DescribedAsset> {
  try {
    const { result } = await waitForJob(world, jobId, { signal });
    return { assetId, description: AssetDescription.parse(result).description };
  } catch (error) {
    signal.throwIfAborted();
    return { assetId, ...whyNot(error) };
  }
}
