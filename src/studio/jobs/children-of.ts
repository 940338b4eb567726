import type { JobRow } from '#store/jobs.ts';
import { StoredDescriptions } from '../assets/describe-assets.ts';
import { StoredSceneRequest } from '../scenes/scene-request.ts';
import { StoredVariants } from '../scenes/stored-variants.ts';

/** Whether a job stands for many others and does nothing itself: it has no generation or scene of its own. */
export function isBatch({ kind, targetId }: Pick<JobRow, 'kind' | 'targetId'>): boolean {
  return targetId === null && (kind === 'describe' || kind === 'image' || kind === 'video' || kind === 'scene');
}

/** The jobs a job waits for; of a scene, some may not be there yet. */
export function childrenOf(job: JobRow): readonly string[] {
  if (isBatch(job)) {
    const parts =
      job.kind === 'describe'
        ? StoredDescriptions.parse(job.request).assets
        : StoredVariants.parse(job.request).variants;
    return parts.flatMap((part) => ('jobId' in part ? [part.jobId] : []));
  }
  if (job.kind !== 'scene') return [];
  const { picture, clip } = StoredSceneRequest.parse(job.request);
  return [picture, clip].flatMap((half) => (half ? [half.jobId] : []));
}
