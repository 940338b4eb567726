import type { Job } from '#contract/job.ts';

/** What an analysis is doing. */
export type Stage = 'waiting' | 'frames' | 'camera' | 'measuring' | 'asking';

const BUILT_IN = 'local';
const FRAMES_END = 0.7; // of the built-in eye (providers/local/vision)
const MEASURING_END = 0.5; // before a model is asked (providers/structured)

/** Reads the stage off how far it is: the built-in eye looks, then follows the camera; a model is asked after measuring. */
export function stageOf({ status, progress, provider }: Pick<Job, 'status' | 'progress' | 'provider'>): Stage {
  if (status === 'queued') return 'waiting';
  if (provider === undefined || provider === BUILT_IN) return progress < FRAMES_END ? 'frames' : 'camera';
  return progress < MEASURING_END ? 'measuring' : 'asking';
}

/** The analysis of a work that counts: the latest, unless somebody stopped it. */
export function latestLook(jobs: readonly Job[]): Job | null {
  const latest = jobs.find(({ kind }) => kind === 'analyze');
  return latest === undefined || latest.status === 'cancelled' || latest.status === 'done' ? null : latest;
}
