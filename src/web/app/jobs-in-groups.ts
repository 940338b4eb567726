import type { Job } from '#contract/job.ts';

/** Jobs of one work (or of none), the last begun first. */
export interface JobsOfWork {
  readonly workId: string | null;
  readonly projectId: string | null;
  readonly workName: string | null;
  readonly jobs: readonly Job[];
}

/** Jobs as the menu shows them: what needs a person, what goes on, what ended within the hour. */
export interface JobsInGroups {
  readonly needsYou: readonly JobsOfWork[];
  readonly running: readonly JobsOfWork[];
  readonly ended: readonly JobsOfWork[];
  /** How many things go on, as a person counts them. */
  readonly runningCount: number;
  readonly needsYouCount: number;
}

const SHOWN_AFTER_END_MS = 3_600_000;

/** Sorts jobs for the menu: those that are a part of another, and those nobody asked for, are not things of their own. */
export function jobsInGroups(active: readonly Job[], recent: readonly Job[], nowMs: number): JobsInGroups {
  const all = [...new Map([...recent, ...active].map((job) => [job.id, job])).values()];
  const shown = wholes(all);
  const running = shown.filter(({ status }) => status === 'queued' || status === 'running');
  const needsYou = shown.filter(({ status }) => status === 'uncertain');
  const ended = shown.filter(
    ({ status, updatedAt }) =>
      (status === 'done' || status === 'failed' || status === 'cancelled') && nowMs - updatedAt < SHOWN_AFTER_END_MS,
  );
  return {
    needsYou: byWork(needsYou),
    running: byWork(running),
    ended: byWork(ended),
    runningCount: running.length,
    needsYouCount: needsYou.length,
  };
}

/** A part stands for itself only where it waits for a person: there is where the question is put. */
function wholes(jobs: readonly Job[]): readonly Job[] {
  const asked = jobs.filter(({ kind }) => kind !== 'derive');
  const parts = new Set(asked.flatMap((job) => job.parts ?? []));
  const isInDoubt = (id: string): boolean => asked.some((job) => job.id === id && job.status === 'uncertain');
  return asked.filter((job) => (job.status === 'uncertain' ? !(job.parts ?? []).some(isInDoubt) : !parts.has(job.id)));
}

function byWork(jobs: readonly Job[]): readonly JobsOfWork[] {
  const groups = new Map<string | null, Job[]>();
  for (const job of jobs.toSorted((a, b) => b.createdAt - a.createdAt)) {
    groups.set(job.workId, [...(groups.get(job.workId) ?? []), job]);
  }
  return [...groups].map(([workId, ofWork]) => ({
    workId,
    projectId: ofWork[0]?.projectId ?? null,
    workName: ofWork[0]?.workName ?? null,
    jobs: ofWork,
  }));
}
