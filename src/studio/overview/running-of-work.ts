import type { JobKind } from '#contract/job.ts';
import type { Running } from '#contract/overview.ts';
import type { WorkLine } from '#store/overview.ts';

/** Of jobs that run at once, which one the others are for. */
const LEADING: readonly JobKind[] = ['film', 'export', 'video', 'scene', 'image', 'scenario', 'analyze'];

/** What is being made of a work, told by the job that leads; null where nothing is. */
export function runningOfWork({ jobs, scenes }: WorkLine): Running | null {
  const active = jobs.filter(({ status }) => status === 'queued' || status === 'running');
  const kind = LEADING.find((one) => active.some((job) => job.kind === one));
  if (kind === undefined) return null;
  const ofKind = active.filter((job) => job.kind === kind);
  const isOne = kind !== 'image' && kind !== 'video' && kind !== 'scene';
  const [lead] = ofKind;
  const etaMs = Math.max(...ofKind.map((job) => job.etaMs ?? 0));
  const total = scenes?.count ?? 0;
  const done = kind === 'image' ? (scenes?.images ?? 0) : (scenes?.videos ?? 0);
  const begun = ofKind.reduce((sum, { progress }) => sum + progress, 0);
  return {
    kind,
    ...(isOne && lead ? { jobId: lead.id } : {}),
    count: active.length,
    ...(isOne ? {} : { done: Math.min(done, total), total }),
    progress: isOne ? (lead?.progress ?? 0) : begun / ofKind.length,
    stage: lead?.stage ?? '',
    ...(etaMs > 0 ? { etaMs } : {}),
  };
}
