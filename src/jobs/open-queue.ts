import { randomUUID } from 'node:crypto';
import { fromKysely, fromPglite, PgBoss, type PGliteLike } from 'pg-boss';
import { findBySingletonKey, leaveGroup, makeDue, takeOver, unfinishedOf, type Envelope } from './job-rows.ts';
import type { JobQueue, QueueOptions } from './job-queue.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { QueueWorker } from './worker.ts';

/** The database that holds the queue: the same as the rows', so that both are written in one transaction. */
export type QueueBackend =
  | { readonly engine: 'embedded'; readonly pglite: PGliteLike }
  | { readonly engine: 'server'; readonly connectionString: string };

export interface OpenQueueOptions {
  readonly backend: QueueBackend;
  readonly queues: Readonly<Record<string, QueueOptions>>;
  readonly log: (line: Record<string, unknown>) => void;
}

const CHANNEL = 'scenewright_jobs';
const LONGEST_JOB_S = 24 * 3600; // pg-boss ends what is active for longer, and takes no more than this
const KEPT_WAITING_S = 365 * 24 * 3600;
const CLAIMS_ALLOWED = 1_000_000_000; // pg-boss counts every claim as a try; ours are counted in the envelope
const MAX_CONNECTIONS = 4;

/**
 * Opens the durable queue, making its tables and queues where they are missing.
 *
 * On the embedded database, which one process owns, jobs left over by a crash are free at once; on a server they are
 * taken over when nothing was heard of their process for nine seconds.
 */
export async function openQueue(options: OpenQueueOptions): Promise<JobQueue> {
  const { backend, queues, log } = options;
  const boss = bossOn(backend);
  boss.on('error', (error) => log({ level: 'error', event: 'queue_error', reason: error.message }));
  boss.on('warning', ({ message }) => log({ level: 'warn', event: 'queue_warning', reason: message }));
  await boss.start();

  const names = Object.keys(queues);
  for (const name of names) {
    await boss.createQueue(name, {
      policy: 'exclusive',
      retryLimit: CLAIMS_ALLOWED,
      expireInSeconds: LONGEST_JOB_S,
      retentionSeconds: KEPT_WAITING_S,
    });
    // pg-boss reads a queue's settings on first use, on its own connection: inside a transaction of the embedded database
    // that would wait for ever, so each is used once now.
    await boss.touch(name, randomUUID());
  }
  if (backend.engine === 'embedded') {
    const freed = await takeOver(boss.getDb(), { queues: names, silentForMs: 0 });
    if (freed > 0) log({ level: 'info', event: 'jobs_resumed', count: freed });
  }

  const claimTurn = oneAtATime();
  const workers = new Set<QueueWorker>();
  const wakeAll = (): void => {
    for (const worker of workers) worker.wake();
  };
  const listening = await boss.getDb().listen?.(
    CHANNEL,
    (cancelledId) => {
      for (const worker of workers) worker.abortCancelled(cancelledId);
      wakeAll();
    },
    wakeAll,
  );

  const queue: JobQueue = {
    async add(name, payload, addOptions = {}) {
      const { db: transaction, group, delayS, priority, singletonKey } = addOptions;
      const db = transaction ? fromKysely(transaction) : boss.getDb();
      const envelope: Envelope = { payload, failures: 0, crashes: 0 };
      const id = await boss.send(name, envelope, {
        db,
        singletonKey: singletonKey ?? randomUUID(),
        ...(group === undefined ? {} : { group: { id: group } }),
        ...(delayS === undefined ? {} : { startAfter: delayS }),
        ...(priority === undefined ? {} : { priority }),
      });
      if (id === null) {
        const there = await findBySingletonKey(db, name, singletonKey ?? '');
        return there ?? queue.add(name, payload, addOptions); // it ended in between
      }
      await db.executeSql('select pg_notify($1, $2)', [CHANNEL, '']);
      return id;
    },

    work(handlers, workOptions) {
      const worker = new QueueWorker({
        ...workOptions,
        handlers,
        boss,
        queues,
        shared: backend.engine === 'server',
        claimTurn,
        log,
      });
      workers.add(worker);
      return worker;
    },

    async cancel(name, id, { db: transaction } = {}) {
      const db = transaction ? fromKysely(transaction) : boss.getDb();
      await boss.cancel(name, id, { db });
      await db.executeSql('select pg_notify($1, $2)', [CHANNEL, id]); // delivered when the transaction commits
    },

    leaveGroup: (name, id, { db }) => leaveGroup(fromKysely(db), name, id),

    async hurry(name, id, { db: transaction } = {}) {
      const db = transaction ? fromKysely(transaction) : boss.getDb();
      await makeDue(db, name, id);
      await db.executeSql('select pg_notify($1, $2)', [CHANNEL, '']);
    },

    async unfinished(name, ids, { db: transaction } = {}) {
      if (ids.length === 0) return new Set();
      return new Set(await unfinishedOf(transaction ? fromKysely(transaction) : boss.getDb(), name, ids));
    },

    async close({ graceMs }) {
      await Promise.all([...workers].map((worker) => worker.stop({ graceMs })));
      await listening?.close();
      await boss.stop({ graceful: false });
    },
  };
  return queue;
}

function bossOn(backend: QueueBackend): PgBoss {
  return backend.engine === 'server'
    ? new PgBoss({
        connectionString: backend.connectionString,
        max: MAX_CONNECTIONS,
        application_name: 'scenewright queue',
        schedule: false,
      })
    : new PgBoss({
        db: fromPglite(backend.pglite),
        backend: 'pglite',
        schedule: false,
        reindex: false,
        monitorVacuum: false,
      });
}
