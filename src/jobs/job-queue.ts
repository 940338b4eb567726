import type { KyselyTransactionLike } from 'pg-boss';

/** What a job is told; JSON, small: ids, not documents. */
export type JobPayload = Readonly<Record<string, unknown>>;

/** How a queue treats its jobs. */
export interface QueueOptions {
  /** Failures after which a job is tried again; the next one is its last. */
  readonly retryLimit: number;
  /** Wait after the first failure, in seconds; doubled after each further one. */
  readonly retryDelayS: number;
  readonly retryDelayMaxS?: number;
  /** Processes that may die with a job before it is given up, as long as it comes no further; 25 when not given. */
  readonly crashesAllowed?: number;
}

/** A job while its handler runs. */
export interface RunningJob {
  readonly id: string;
  readonly queue: string;
  readonly payload: JobPayload;
  /** 1 at first, one more after each failure; `again`, crashes and restarts do not count. */
  readonly attempt: number;
  /** True where a failure now is final. */
  readonly isLastAttempt: boolean;
  /** Aborted with a Problem: `cancelled` by someone, or `interrupted` (closing, or another process has taken over). */
  readonly signal: AbortSignal;
  /** Aborted when closing begins, up to the whole grace before `signal`: a long job that loses nothing by it stops here. */
  readonly closing: AbortSignal;
  /** To be called when something lasting was done that an earlier run had not: crashes before it count no more. */
  readonly cameFurther?: () => Promise<void>;
}

/** How a handler ended; `again` puts the job back for later, as often as wanted, without counting as a failure. */
export type JobOutcome =
  | { readonly status: 'done' }
  | {
      readonly status: 'again';
      readonly afterMs: number;
      /** What it is told from now on. */
      readonly payload?: JobPayload;
      /** The group it waits in from now on. */
      readonly group?: string;
    };

export type JobHandler = (job: RunningJob) => Promise<JobOutcome>;

/** A job that will not be tried again. */
export interface DeadJob {
  readonly id: string;
  readonly queue: string;
  readonly payload: JobPayload;
}

interface AddOptions {
  /** The job appears when this transaction commits, and never if it does not. */
  readonly db?: KyselyTransactionLike;
  /** Jobs of a group share the group's limit, over all queues and processes. */
  readonly group?: string;
  readonly delayS?: number;
  /** Higher goes first. */
  readonly priority?: number;
  /** While a job with this key is unfinished in the queue, another is not made. */
  readonly singletonKey?: string;
}

/** Jobs of a group that run at once, over all queues and processes; the same in each process. */
export type GroupLimits = Readonly<Record<string, number>>;

export interface WorkOptions {
  /** Jobs of a queue that this process runs at once. */
  readonly concurrency: Readonly<Record<string, number>>;
  /** As they are; or as they are by now, asked for before each job of a queue is taken. */
  readonly groupLimits?: GroupLimits | ((queue: string) => Promise<GroupLimits>);
  /** Called when a job is given up, before that is written; may be called twice after a crash. */
  readonly onDead?: (job: DeadJob, failure: unknown) => Promise<void>;
}

/** Runs jobs until it is stopped. */
export interface Worker {
  /** How many run now. */
  readonly running: number;
  /** Takes no more, waits as long for those that run, then interrupts and hands back the rest. */
  stop(options: { graceMs: number }): Promise<void>;
}

/** The durable queue: what was added survives every crash, and is run at least once. */
export interface JobQueue {
  /** @returns the job's id; that of the unfinished one where `singletonKey` found one */
  add(queue: string, payload: JobPayload, options?: AddOptions): Promise<string>;
  work(handlers: Readonly<Record<string, JobHandler>>, options: WorkOptions): Worker;
  /** Takes a job out, or aborts it where it runs, in whatever process. A finished one stays as it is. */
  cancel(queue: string, id: string, options?: { db?: KyselyTransactionLike }): Promise<void>;
  /** Takes a running job out of its group: it has come past what the group is limited for. */
  leaveGroup(queue: string, id: string, options: { db: KyselyTransactionLike }): Promise<void>;
  /** Makes a job that waits for its time due now. */
  hurry(queue: string, id: string, options?: { db?: KyselyTransactionLike }): Promise<void>;
  /** Those of some jobs of a queue that wait or run. */
  unfinished(queue: string, ids: readonly string[], options?: { db?: KyselyTransactionLike }): Promise<Set<string>>;
  close(options: { graceMs: number }): Promise<void>;
}
