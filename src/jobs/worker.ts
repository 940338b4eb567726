import type { PgBoss } from 'pg-boss';
import { Problem } from '#contract/problems.ts';
import { claimJobs, dueQueues, forgetCrashes, giveBack, giveUp, takeOver, touch, type ClaimedJob } from './job-rows.ts';
import type { OneAtATime } from './one-at-a-time.ts';
import type { JobHandler, JobOutcome, QueueOptions, Worker, WorkOptions } from './job-queue.ts';

/** What a worker needs of the open queue. */
export interface WorkerWorld extends WorkOptions {
  readonly boss: PgBoss;
  readonly queues: Readonly<Record<string, QueueOptions>>;
  readonly handlers: Readonly<Record<string, JobHandler>>;
  /** True where other processes may work on the same queues. */
  readonly shared: boolean;
  /** Claims of all workers of this process take turns, for the limits of groups. */
  readonly claimTurn: OneAtATime;
  readonly log: (line: Record<string, unknown>) => void;
}

const POLL_MS = 500; // the floor: waking comes by notification, but jobs that become due by the clock do not notify
const TIMED_MS = 60_000; // what becomes due here sooner than this is not left to the floor
const HEARTBEAT_MS = 2000;
const SILENT_FOR_MS = 9000; // four heartbeats missed; with the beat and the poll a job is taken over within 12 s
const SETTLE_AFTER_ABORT_MS = 500;
const CRASHES_ALLOWED = 25; // a job that takes the process down each time must not do so for ever

interface Running {
  readonly job: ClaimedJob;
  readonly abort: AbortController;
  ended: Promise<void>;
}

/** Takes jobs as places are free, keeps them alive, and settles them. */
export class QueueWorker implements Worker {
  readonly #world: WorkerWorld;
  readonly #running = new Map<string, Running>();
  readonly #closing = new AbortController();
  readonly #loop: Promise<void>;
  readonly #heart: NodeJS.Timeout | undefined;
  #woken = Promise.withResolvers<void>();
  #beating: Promise<void> = Promise.resolve();

  constructor(world: WorkerWorld) {
    this.#world = world;
    this.#loop = this.#work();
    this.#heart = world.shared ? setInterval(() => this.#beatOnce(), HEARTBEAT_MS) : undefined;
  }

  get running(): number {
    return this.#running.size;
  }

  /** Looks for jobs now instead of at the next poll. */
  wake(): void {
    this.#woken.resolve();
  }

  /** Aborts a job that was cancelled, where it runs here. */
  abortCancelled(id: string): void {
    this.#running.get(id)?.abort.abort(new Problem('cancelled'));
  }

  async stop(options: { graceMs: number }): Promise<void> {
    this.#closing.abort(new Problem('interrupted'));
    this.wake();
    await this.#loop;
    const all = Promise.all([...this.#running.values()].map((running) => running.ended));
    await within(all, Math.max(0, options.graceMs - SETTLE_AFTER_ABORT_MS));
    for (const { abort } of this.#running.values()) abort.abort(this.#closing.signal.reason);
    await within(all, SETTLE_AFTER_ABORT_MS);
    clearInterval(this.#heart);
    await this.#beating;
    for (const { job } of this.#running.values()) await giveBack(this.#world.boss.getDb(), job, { afterMs: 0 });
    this.#running.clear();
  }

  async #work(): Promise<void> {
    while (!this.#closing.signal.aborted) {
      this.#woken = Promise.withResolvers();
      const took = await this.#claim().catch((failure: unknown) => {
        this.#world.log({ level: 'error', event: 'jobs_fetch_failed', reason: String(failure) });
        return 0;
      });
      if (took === 0) await within(this.#woken.promise, POLL_MS);
    }
  }

  async #claim(): Promise<number> {
    const { boss, handlers, concurrency, groupLimits: limits = {}, claimTurn } = this.#world;
    const free = (queue: string): number =>
      (concurrency[queue] ?? 1) - [...this.#running.values()].filter(({ job }) => job.queue === queue).length;
    const open = Object.keys(handlers).filter((queue) => free(queue) > 0);
    if (open.length === 0) return 0;
    let took = 0;
    for (const queue of await dueQueues(boss.getDb(), open)) {
      const groupLimits = () => (typeof limits === 'function' ? limits(queue) : Promise.resolve(limits));
      for (const job of await claimTurn(() => claimJobs(boss, { queue, free: free(queue), groupLimits }))) {
        const running: Running = { job, abort: new AbortController(), ended: Promise.resolve() };
        this.#running.set(job.id, running);
        running.ended = this.#perform(running);
        took++;
      }
    }
    return took;
  }

  /** Runs one job to its settlement; never throws: what cannot be settled is taken over later. */
  async #perform(running: Running): Promise<void> {
    const { job, abort } = running;
    try {
      const ended = await this.#call(job, abort.signal).then(
        (outcome) => ({ outcome }),
        (failure: unknown) => ({ failure }),
      );
      await this.#settle(job, abort.signal, ended);
    } catch (failure) {
      this.#world.log({
        level: 'error',
        event: 'job_not_settled',
        queue: job.queue,
        job: job.id,
        reason: String(failure),
      });
    } finally {
      if (this.#running.get(job.id) === running) this.#running.delete(job.id);
      this.wake();
    }
  }

  async #call(job: ClaimedJob, signal: AbortSignal): Promise<JobOutcome> {
    const handler = this.#world.handlers[job.queue];
    if (!handler) throw new Problem('internal', { requestId: job.id });
    if (job.crashes > this.#crashesAllowed(job)) throw new Problem('stopped_too_often', { count: job.crashes });
    return handler({
      id: job.id,
      queue: job.queue,
      payload: job.payload,
      attempt: job.failures + 1,
      isLastAttempt: job.failures >= this.#retryLimit(job),
      signal,
      closing: this.#closing.signal,
      cameFurther: () => forgetCrashes(this.#world.boss.getDb(), job),
    });
  }

  async #settle(
    job: ClaimedJob,
    signal: AbortSignal,
    ended: { outcome: JobOutcome } | { failure: unknown },
  ): Promise<void> {
    const { boss, log } = this.#world;
    if ('outcome' in ended) {
      if (ended.outcome.status === 'done') await boss.complete(job.queue, { id: job.id, retryCount: job.claim });
      else await this.#putBack(job, ended.outcome);
      return;
    }
    const { failure } = ended;
    if (signal.aborted) {
      if (signal.reason instanceof Problem && signal.reason.code === 'interrupted')
        await giveBack(boss.getDb(), job, { afterMs: 0 });
      return; // cancelled: the row says so already
    }
    const failures = job.failures + 1;
    const described = describe(failure);
    log({ level: 'warn', event: 'job_failed', queue: job.queue, job: job.id, attempt: failures, ...described });
    if (failures <= this.#retryLimit(job) && mayPass(failure)) {
      await this.#putBack(job, { afterMs: this.#backoffMs(job, failures), failures, output: described });
      return;
    }
    await this.#world.onDead?.({ id: job.id, queue: job.queue, payload: job.payload }, failure);
    await giveUp(boss, job, described);
  }

  async #putBack(job: ClaimedJob, options: Parameters<typeof giveBack>[2]): Promise<void> {
    await giveBack(this.#world.boss.getDb(), job, options);
    if (options.afterMs < TIMED_MS) setTimeout(() => this.wake(), options.afterMs).unref();
  }

  #retryLimit(job: ClaimedJob): number {
    return this.#world.queues[job.queue]?.retryLimit ?? 0;
  }

  #crashesAllowed(job: ClaimedJob): number {
    return this.#world.queues[job.queue]?.crashesAllowed ?? CRASHES_ALLOWED;
  }

  #backoffMs(job: ClaimedJob, failures: number): number {
    const { retryDelayS = 1, retryDelayMaxS = 3600 } = this.#world.queues[job.queue] ?? {};
    return Math.min(retryDelayMaxS, retryDelayS * 2 ** (failures - 1)) * 1000;
  }

  #beatOnce(): void {
    this.#beating = this.#beating.then(() => this.#beat());
  }

  /** Tells the database that our jobs are alive, and looks for those of the dead. */
  async #beat(): Promise<void> {
    const { boss, handlers, log } = this.#world;
    try {
      const held = [...this.#running.values()].map((running) => running.job);
      const lost = held.length === 0 ? [] : await touch(boss.getDb(), held);
      for (const id of lost) this.#running.get(id)?.abort.abort(new Problem('interrupted'));
      const freed = await takeOver(boss.getDb(), { queues: Object.keys(handlers), silentForMs: SILENT_FOR_MS });
      if (freed > 0) {
        log({ level: 'warn', event: 'jobs_taken_over', count: freed });
        this.wake();
      }
    } catch (failure) {
      log({ level: 'error', event: 'heartbeat_failed', reason: String(failure) });
    }
  }
}

/** A problem that needs a change or a person is not helped by trying again. */
function mayPass(failure: unknown): boolean {
  return !(failure instanceof Problem) || failure.retry === 'later';
}

function describe(failure: unknown): { code: string; reason: string } {
  if (failure instanceof Problem) return { code: failure.code, reason: failure.message };
  return { code: 'internal', reason: failure instanceof Error ? failure.message : String(failure) };
}

async function within(work: Promise<unknown>, limitMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => (timer = setTimeout(resolve, limitMs)));
  await Promise.race([work, limit]);
  clearTimeout(timer);
}
