import type { Job } from '#contract/job.ts';
import type { TakeKind } from '#contract/take.ts';

/** What goes on, or went wrong last, for the picture or the clip of a scene. */
interface SceneWork {
  /** What runs or waits, the newest first; the jobs of variants one by one. */
  readonly running: readonly Job[];
  /** Of which nobody knows whether the vendor took it. */
  readonly uncertain: Job | null;
  /** The last attempt, where it failed and nothing was made since. */
  readonly failed: Job | null;
}

/**
 * What of a work's jobs concerns one kind of takes of one scene.
 *
 * @param newestTakeAtMs when the newest take of that kind came; null: there is none
 */
export function sceneWork(
  jobs: readonly Job[],
  { sceneIndex, kind, newestTakeAtMs }: { sceneIndex: number; kind: TakeKind; newestTakeAtMs: number | null },
): SceneWork {
  const own = jobs.filter((job) => job.sceneIndex === sceneIndex && job.kind === kind && job.parts === undefined);
  const latest = own.toSorted((a, b) => b.createdAt - a.createdAt);
  const [last] = latest;
  const isOver = newestTakeAtMs !== null && last !== undefined && newestTakeAtMs > last.createdAt;
  return {
    running: latest.filter(({ status }) => status === 'queued' || status === 'running'),
    uncertain: latest.find(({ status }) => status === 'uncertain') ?? null,
    failed: last?.status === 'failed' && !isOver ? last : null,
  };
}
