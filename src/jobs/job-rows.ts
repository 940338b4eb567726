import type { Db, PgBoss } from 'pg-boss';
import type { GroupLimits, JobPayload } from './job-queue.ts';

/*
 * The statements on pg-boss's table that its own interface does not offer: giving a job back without counting a failure,
 * taking over from dead processes, limits over several queues. Written for the pinned version; its tests are ours.
 */

/** What we keep in a row beside the payload. */
export interface Envelope {
  readonly payload: JobPayload;
  readonly failures: number;
  /** Processes that died while they held it, since it last came further. */
  crashes: number;
}

/** A job that this process holds. `claim` counts the times it was handed out: who holds an older one settles nothing. */
export interface ClaimedJob extends Envelope {
  readonly id: string;
  readonly queue: string;
  readonly claim: number;
}

const CLAIM_LOCK = 7_331_001; // any number, the same in every process

/** Takes up to `free` jobs of a queue that are due, the most urgent and oldest first. */
export async function claimJobs(
  boss: PgBoss,
  options: { queue: string; free: number; groupLimits: () => Promise<GroupLimits> },
): Promise<ClaimedJob[]> {
  const { queue, free, groupLimits } = options;
  const outer = boss.getDb();
  if (Object.keys(await groupLimits()).length === 0)
    return (await boss.fetch<Envelope>(queue, { batchSize: free })).map((row) => claimed(queue, row));

  // Counting and claiming must be one step, or two both see the last free place: inside the process the caller takes
  // turns, between processes the lock does. The embedded database has one process, and no transactions for us.
  const transaction = await outer.beginTransaction?.();
  const db = transaction?.db ?? outer;
  try {
    await transaction?.db.executeSql('select pg_advisory_xact_lock($1)', [CLAIM_LOCK]);
    const jobs: ClaimedJob[] = [];
    while (jobs.length < free) {
      const ignoreGroups = await fullGroups(db, await groupLimits());
      const [row] = await boss.fetch<Envelope>(queue, { batchSize: 1, ignoreGroups, db });
      if (!row) break;
      jobs.push(claimed(queue, row));
    }
    await transaction?.commit();
    return jobs;
  } catch (failure) {
    await transaction?.rollback();
    throw failure;
  }
}

function claimed(queue: string, row: { id: string; data: Envelope; retryCount: number }): ClaimedJob {
  return { ...row.data, id: row.id, queue, claim: row.retryCount };
}

async function fullGroups(db: Db, limits: GroupLimits): Promise<string[]> {
  const { rows } = await db.executeSql(
    `select group_id, count(*)::int as running from pgboss.job where state = 'active' and group_id = any($1::text[]) group by 1`,
    [Object.keys(limits)],
  );
  const running = new Map((rows as { group_id: string; running: number }[]).map((row) => [row.group_id, row.running]));
  return Object.entries(limits).flatMap(([group, limit]) => ((running.get(group) ?? 0) >= limit ? [group] : []));
}

/** The queues, of those asked for, that hold a job which is due. */
export async function dueQueues(db: Db, queues: readonly string[]): Promise<string[]> {
  const { rows } = await db.executeSql(
    `select distinct name from pgboss.job where name = any($1::text[]) and state < 'active' and start_after <= now()`,
    [queues],
  );
  return (rows as { name: string }[]).map((row) => row.name);
}

/** Puts a job back for later; does nothing when it is not held any more. */
export async function giveBack(
  db: Db,
  job: ClaimedJob,
  options: { afterMs: number; payload?: JobPayload; group?: string; failures?: number; output?: unknown },
): Promise<void> {
  const envelope: Envelope = {
    payload: options.payload ?? job.payload,
    failures: options.failures ?? job.failures,
    crashes: job.crashes,
  };
  await db.executeSql(
    `update pgboss.job
        set state = 'retry', heartbeat_on = null, start_after = now() + $4 * interval '1 millisecond',
            data = $5::jsonb, output = coalesce($6::jsonb, output), group_id = coalesce($7, group_id)
      where name = $1 and id = $2 and state = 'active' and retry_count = $3`,
    [
      job.queue,
      job.id,
      job.claim,
      options.afterMs,
      JSON.stringify(envelope),
      options.output ? JSON.stringify(options.output) : null,
      options.group ?? null,
    ],
  );
}

/** Takes a running job out of its group. */
export async function leaveGroup(db: Db, queue: string, id: string): Promise<void> {
  await db.executeSql(
    `update pgboss.job set group_id = null where name = $1 and id = $2 and state = 'active' and group_id is not null`,
    [queue, id],
  );
}

/** Makes a job that waits for its time due now. */
export async function makeDue(db: Db, queue: string, id: string): Promise<void> {
  await db.executeSql(
    `update pgboss.job set start_after = now() where name = $1 and id = $2 and state < 'active' and start_after > now()`,
    [queue, id],
  );
}

/** Those of some jobs of a queue that wait or run. */
export async function unfinishedOf(db: Db, queue: string, ids: readonly string[]): Promise<string[]> {
  const { rows } = await db.executeSql(
    `select id from pgboss.job where name = $1 and id = any($2::uuid[]) and state <= 'active'`,
    [queue, ids],
  );
  return (rows as { id: string }[]).map((row) => row.id);
}

/** Forgets the crashes of a job that came further than any run before; does nothing when it is not held any more. */
export async function forgetCrashes(db: Db, job: ClaimedJob): Promise<void> {
  if (job.crashes === 0) return;
  job.crashes = 0;
  await db.executeSql(
    `update pgboss.job set data = jsonb_set(data, '{crashes}', '0')
      where name = $1 and id = $2 and state = 'active' and retry_count = $3`,
    [job.queue, job.id, job.claim],
  );
}

/** Ends a job as failed for good; does nothing when it is not held any more. */
export async function giveUp(boss: PgBoss, job: ClaimedJob, output: object): Promise<void> {
  await boss
    .getDb()
    .executeSql(
      `update pgboss.job set retry_limit = retry_count where name = $1 and id = $2 and state = 'active' and retry_count = $3`,
      [job.queue, job.id, job.claim],
    );
  await boss.fail(job.queue, { id: job.id, retryCount: job.claim }, output);
}

/** Says that jobs are alive; gives back the ids of those that are held no more. */
export async function touch(db: Db, jobs: readonly ClaimedJob[]): Promise<string[]> {
  const { rows } = await db.executeSql(
    `update pgboss.job set heartbeat_on = now()
      where name = any($1::text[]) and id = any($2::uuid[]) and state = 'active' and id || ':' || retry_count = any($3::text[])
      returning id`,
    [jobs.map((job) => job.queue), jobs.map((job) => job.id), jobs.map((job) => `${job.id}:${String(job.claim)}`)],
  );
  const alive = new Set((rows as { id: string }[]).map((row) => row.id));
  return jobs.flatMap((job) => (alive.has(job.id) ? [] : [job.id]));
}

/**
 * Frees the jobs whose process has died, to be run at once by whoever comes first.
 *
 * @param options.silentForMs how long nothing was heard of them; 0 where it is known that nobody holds any
 */
export async function takeOver(db: Db, options: { queues: readonly string[]; silentForMs: number }): Promise<number> {
  const { rows } = await db.executeSql(
    `update pgboss.job
        set state = 'retry', heartbeat_on = null, start_after = now(),
            data = jsonb_set(data, '{crashes}', to_jsonb((data->>'crashes')::int + 1))
      where name = any($1::text[]) and state = 'active' and heartbeat_on <= now() - $2 * interval '1 millisecond'
      returning id`,
    [options.queues, options.silentForMs],
  );
  return rows.length;
}

/** The unfinished job of a queue that has this key. */
export async function findBySingletonKey(db: Db, queue: string, key: string): Promise<string | null> {
  const { rows } = await db.executeSql(
    `select id from pgboss.job where name = $1 and singleton_key = $2 and state <= 'active'`,
    [queue, key],
  );
  return (rows as { id: string }[])[0]?.id ?? null;
}
