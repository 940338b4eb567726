import type { Job } from '#contract/job.ts';

/** The job of the film that was asked for last of a work; null where there is none. */
export function latestFilm(jobs: readonly Job[]): Job | null {
  return jobs.filter(({ kind }) => kind === 'film').toSorted((a, b) => b.createdAt - a.createdAt)[0] ?? null;
}

/** The film that a job has made; null while there is none. */
export function filmOfJob({
  result,
}: Pick<Job, 'result'>): { readonly url: string; readonly durationS: number } | null {
  if (typeof result !== 'object' || result === null || !('url' in result) || !('durationS' in result)) return null;
  const { url, durationS } = result;
  return typeof url === 'string' && typeof durationS === 'number' ? { url, durationS } : null;
}
