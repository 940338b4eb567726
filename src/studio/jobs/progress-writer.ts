import type { Trx } from '#store/database/tables.ts';
import { appendEvent } from '#store/events.ts';
import { updateJob } from '#store/jobs.ts';
import type { World } from '../world.ts';

/** Progress reaches the database at most this often per job: it is for eyes, and every write is synced to disk. */
const EVERY_MS = 500;

/** Takes progress as often as it comes, and writes the latest now and then. */
export interface ProgressWriter {
  readonly report: (done: number, told?: Told, also?: Also) => void;
  /** Waits for a write under way and writes no more. */
  readonly stop: () => Promise<void>;
}

/** What is said of a job beside how much of it is done. */
interface Told {
  readonly stage: string;
  readonly etaMs: number | null;
  /** Of an export: only the news say it, so that who watches asks for the pieces when one more is there. */
  readonly segmentsDone?: number;
}

/** What is written in the same commit. */
type Also = (trx: Trx) => Promise<unknown>;

/** Writes the progress of a job, thinned; a write that fails is not the job's failure. */
export function progressWriter(world: Pick<World, 'database' | 'clock' | 'log'>, jobId: string): ProgressWriter {
  let lastMs = 0;
  let writing: Promise<void> | null = null;
  let stopped = false;
  return {
    report: (done, told, also) => {
      const nowMs = world.clock.nowMs();
      if (stopped || writing || nowMs - lastMs < EVERY_MS) return;
      lastMs = nowMs;
      const progress = Math.min(1, Math.max(0, done));
      writing = write(world, jobId, { ...told, progress }, also)
        .then(
          () => {},
          (error: unknown) => world.log({ level: 'warn', event: 'progress_lost', jobId, error: String(error) }),
        )
        .finally(() => {
          writing = null;
        });
    },
    stop: async () => {
      stopped = true;
      await writing;
    },
  };
}

/** The number and the news of it in one commit; a job without a work has nobody who watches. */
async function write(
  world: Pick<World, 'database'>,
  jobId: string,
  { segmentsDone, ...told }: { readonly progress: number } & Partial<Told>,
  also: Also = async () => {},
): Promise<void> {
  await world.database.transaction(async (trx) => {
    await also(trx);
    const job = await updateJob(trx, jobId, { status: 'running', ...told });
    if (!job || job.workId === null) return;
    const { workspaceId, workId, kind, targetId } = job;
    const data = {
      jobId,
      kind,
      status: 'running',
      ...told,
      ...(segmentsDone === undefined ? {} : { segmentsDone }),
    } as const;
    await appendEvent(trx, {
      workspaceId,
      workId,
      ...(kind === 'export' ? { type: 'export', data: { ...data, exportId: targetId ?? '' } } : { type: 'job', data }),
    });
  });
}
