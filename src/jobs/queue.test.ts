import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, expect, test, vi } from 'vitest';
import { Problem } from '#contract/problems.ts';
import { describeOnEachEngine } from '../../test/engines.ts';
import type { JobHandler, JobQueue, RunningJob } from './job-queue.ts';
import { openQueue } from './open-queue.ts';

const queues = {
  work: { retryLimit: 2, retryDelayS: 0.05 },
  other: { retryLimit: 0, retryDelayS: 1 },
  frail: { retryLimit: 0, retryDelayS: 1, crashesAllowed: 2 },
};
const done = { status: 'done' } as const;
const none: JobHandler = () => Promise.resolve(done);
const soon = { timeout: 60_000, interval: 10 };

describeOnEachEngine('the queue', (open, newPlace) => {
  const openQueues = new Set<JobQueue>();
  afterEach(async () => {
    for (const queue of openQueues) await queue.close({ graceMs: 0 });
    openQueues.clear();
  });

  type Database = Awaited<ReturnType<typeof open>>;
  async function queueOn(database: Database): Promise<JobQueue> {
    const backend =
      database.engine === 'embedded' && database.pglite
        ? { engine: 'embedded' as const, pglite: database.pglite }
        : { engine: 'server' as const, connectionString: database.connectionString ?? '' };
    const queue = await openQueue({ backend, queues, log: () => undefined });
    openQueues.add(queue);
    return queue;
  }
  async function close(queue: JobQueue, graceMs: number): Promise<void> {
    openQueues.delete(queue);
    await queue.close({ graceMs });
  }
  let shared: Promise<Database> | undefined;
  const database = (): Promise<Database> => (shared ??= open());

  test('a job added in a transaction runs after its commit, and never after a rollback', async () => {
    const db = await database();
    const queue = await queueOn(db);
    const ran: unknown[] = [];
    queue.work({ work: async ({ payload }) => (ran.push(payload['name']), done) }, { concurrency: { work: 1 } });
    await expect(
      db.transaction(async (trx) => {
        await queue.add('work', { name: 'rolled back' }, { db: trx });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await db.transaction(async (trx) => {
      await queue.add('work', { name: 'committed' }, { db: trx });
      await sleep(700); // longer than a poll
      expect(ran).toEqual([]);
    });
    await vi.waitFor(() => expect(ran).toEqual(['committed']), soon);
  });

  test('a job that its process died with too often is given up in a sentence, unless it came further', async () => {
    const db = await database();
    const queue = await queueOn(db);
    const crash = (name: string, times: number) =>
      sql`update pgboss.job set data = jsonb_set(data, '{crashes}', to_jsonb(${times}::int)) where data->'payload'->>'name' = ${name}`.execute(
        db.kysely,
      );
    for (const [name, times] of [
      ['poison', 3],
      ['steady', 2],
    ] as const) {
      await queue.add('frail', { name });
      await crash(name, times);
    }
    const ran: unknown[] = [];
    const dead: unknown[] = [];
    queue.work(
      {
        frail: async ({ payload, cameFurther }) => {
          ran.push(payload['name']);
          await cameFurther?.();
          return ran.length === 1 ? { status: 'again', afterMs: 0 } : done;
        },
      },
      {
        concurrency: { frail: 1 },
        onDead: async ({ payload }, failure) => {
          dead.push([payload['name'], failure instanceof Problem ? failure.message : failure]);
        },
      },
    );
    await vi.waitFor(() => expect(ran).toEqual(['steady', 'steady']), soon);
    expect(dead).toEqual([['poison', expect.stringContaining('stopped 3 times')]]);
    const { rows } = await sql<{ crashes: number }>`
        select (data->>'crashes')::int as crashes from pgboss.job where data->'payload'->>'name' = 'steady'`.execute(
      db.kysely,
    );
    expect(rows).toEqual([{ crashes: 0 }]);
  });

  test('the urgent go first, then the oldest', async () => {
    const queue = await queueOn(await database());
    for (const name of ['first', 'second', 'third']) await queue.add('work', { name });
    await queue.add('work', { name: 'urgent' }, { priority: 10 });
    await queue.add('work', { name: 'later' }, { delayS: 1, priority: 20 });
    const ran: unknown[] = [];
    queue.work({ work: async ({ payload }) => (ran.push(payload['name']), done) }, { concurrency: { work: 1 } });
    await vi.waitFor(() => expect(ran).toEqual(['urgent', 'first', 'second', 'third', 'later']), soon);
  });

  test('a failed job is tried again up to the limit, then it is dead', async () => {
    const queue = await queueOn(await database());
    const attempts: [number, boolean][] = [];
    const dead: unknown[] = [];
    const failing = async ({ attempt, isLastAttempt }: RunningJob): Promise<never> => {
      attempts.push([attempt, isLastAttempt]);
      throw new Error('broken');
    };
    await queue.add('work', { name: 'doomed' });
    const onDead = async (job: { payload: unknown }, failure: unknown): Promise<void> =>
      void dead.push([job.payload, String(failure)]);
    queue.work({ work: failing }, { concurrency: { work: 1 }, onDead });
    await vi.waitFor(() => expect(dead).toEqual([[{ name: 'doomed' }, 'Error: broken']]), soon);
    expect(attempts).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
  });

  test('a problem that trying again cannot help is dead at once', async () => {
    const queue = await queueOn(await database());
    const dead: unknown[] = [];
    let runs = 0;
    await queue.add('work', {});
    const refused = async (): Promise<never> => {
      runs++;
      throw new Problem('provider_moderated', { provider: 'x', reason: 'y' });
    };
    queue.work(
      { work: refused },
      { concurrency: { work: 1 }, onDead: async (_job, failure) => void dead.push((failure as Problem).code) },
    );
    await vi.waitFor(() => expect(dead).toEqual(['provider_moderated']), soon);
    expect(runs).toBe(1);
  });

  test('asking to come again is not a failure, however often', async () => {
    const queue = await queueOn(await database());
    const attempts: number[] = [];
    const times: number[] = [];
    queue.work(
      {
        work: async ({ attempt }) => {
          attempts.push(attempt);
          times.push(performance.now());
          return attempts.length < 6 ? { status: 'again', afterMs: 120 } : done;
        },
      },
      { concurrency: { work: 1 } },
    );
    await queue.add('work', {});
    await vi.waitFor(() => expect(attempts).toEqual([1, 1, 1, 1, 1, 1]), soon);
    const shortest = Math.min(...times.slice(1).map((time, index) => time - (times[index] ?? 0)));
    expect(shortest).toBeGreaterThan(115);
  });

  test('cancelling takes a waiting job out and aborts a running one', async () => {
    const queue = await queueOn(await database());
    const ended: string[] = [];
    const handler: JobHandler = async ({ payload, signal }) => {
      ended.push(`${String(payload['name'])} began`);
      await sleep(10_000, undefined, { signal }).catch(() => ended.push((signal.reason as Problem).code));
      signal.throwIfAborted();
      return done;
    };
    queue.work({ work: handler }, { concurrency: { work: 1 } });
    const running = await queue.add('work', { name: 'running' });
    const waiting = await queue.add('work', { name: 'waiting' });
    await vi.waitFor(() => expect(ended).toEqual(['running began']), soon);
    await queue.cancel('work', waiting);
    await queue.cancel('work', running);
    await vi.waitFor(() => expect(ended).toEqual(['running began', 'cancelled']), soon);
    await sleep(800); // neither comes back
    expect(ended).toEqual(['running began', 'cancelled']);
  });

  test('while a job with a key is unfinished, another is not made', async () => {
    const queue = await queueOn(await database());
    const first = await queue.add('work', {}, { singletonKey: 'scene 1' });
    const again = await queue.add('work', {}, { singletonKey: 'scene 1' });
    const another = await queue.add('work', {}, { singletonKey: 'scene 2' });
    expect(again).toBe(first);
    expect(another).not.toBe(first);
    const ran: string[] = [];
    queue.work({ work: async ({ id }) => (ran.push(id), done) }, { concurrency: { work: 2 } });
    await vi.waitFor(() => expect(ran.toSorted()).toEqual([first, another].toSorted()), soon);
    const unfinished = () => queue.unfinished('work', [first, another]);
    await vi.waitFor(async () => expect(await unfinished()).toEqual(new Set()), soon);
    const next = await queue.add('work', {}, { singletonKey: 'scene 1' });
    expect(next).not.toBe(first);
    await vi.waitFor(() => expect(ran).toContain(next), soon);
  });

  test('a job waits while its group is said to be full, leaves it where it has come past that, and can wait in it again', async () => {
    const db = await database();
    const queue = await queueOn(db);
    let room = 0;
    const ran: string[] = [];
    const first = await queue.add('work', { name: 'first' }, { group: 'account' });
    await queue.add('work', { name: 'second' }, { group: 'account' });
    await queue.add('work', { name: 'free' });
    const handler: JobHandler = async ({ id, payload }) => {
      ran.push(String(payload['name']));
      if (id !== first) return done;
      if (ran.length === 2) {
        await db.transaction((trx) => queue.leaveGroup('work', id, { db: trx }));
        room = 0;
        return { status: 'again', afterMs: 0, payload: { name: 'first, outside' } };
      }
      return ran.length === 3 ? { status: 'again', afterMs: 0, group: 'account' } : done;
    };
    queue.work({ work: handler }, { concurrency: { work: 1 }, groupLimits: async () => ({ account: room }) });
    await vi.waitFor(() => expect(ran).toEqual(['free']), soon);
    await sleep(700); // longer than a poll
    expect(ran).toEqual(['free']);
    room = 1;
    await vi.waitFor(() => expect(ran).toEqual(['free', 'first', 'first, outside']), soon);
    await sleep(700);
    expect(ran).toHaveLength(3);
    room = 1;
    await vi.waitFor(() => expect(ran.slice(3).toSorted()).toEqual(['first, outside', 'second']), soon);
  });

  test('a job that waits for its time can be made due, and it is known which of several are unfinished', async () => {
    const queue = await queueOn(await database());
    const later = await queue.add('work', {}, { delayS: 3600 });
    const quick = await queue.add('work', {});
    const gone = await queue.add('work', {}, { delayS: 3600 });
    await queue.cancel('work', gone);
    expect(await queue.unfinished('work', [later, quick, gone])).toEqual(new Set([later, quick]));
    const ran: string[] = [];
    queue.work({ work: async ({ id }) => (ran.push(id), done) }, { concurrency: { work: 2 } });
    await vi.waitFor(() => expect(ran).toEqual([quick]), soon);
    await queue.hurry('work', later);
    await vi.waitFor(() => expect(ran).toEqual([quick, later]), soon);
    await vi.waitFor(async () => expect(await queue.unfinished('work', [later, quick, gone])).toEqual(new Set()), soon);
    expect(await queue.unfinished('work', [])).toEqual(new Set());
  });

  test('a group never passes its limit, over two queues and two workers', async () => {
    const db = await database();
    const workers = db.engine === 'server' ? [await queueOn(db), await queueOn(db)] : [await queueOn(db)];
    const [queue] = workers as [JobQueue];
    let running = 0;
    let most = 0;
    let finished = 0;
    const handler: JobHandler = async () => {
      most = Math.max(most, ++running);
      await sleep(20);
      running--;
      finished++;
      return done;
    };
    for (let job = 0; job < 12; job++) {
      await queue.add('work', {}, { group: 'vendor' });
      await queue.add('other', {}, { group: 'vendor' });
    }
    for (const each of [...workers, ...workers]) {
      each.work({ work: handler, other: handler }, { concurrency: { work: 6, other: 6 }, groupLimits: { vendor: 3 } });
    }
    await vi.waitFor(() => expect(finished).toBe(24), soon);
    expect(most).toBe(3);
  });

  test('closing interrupts what does not end in time and hands it back unharmed', async () => {
    const db = await open(await newPlace());
    const queue = await queueOn(db);
    const seen: string[] = [];
    const endless: JobHandler = async ({ signal, closing }) => {
      seen.push('began');
      closing.addEventListener('abort', () => seen.push('closing'));
      await sleep(60_000, undefined, { signal }).catch(() => seen.push((signal.reason as Problem).code));
      signal.throwIfAborted();
      return done;
    };
    await queue.add('work', { name: 'long' });
    queue.work({ work: endless }, { concurrency: { work: 1 } });
    await vi.waitFor(() => expect(seen).toEqual(['began']), soon);
    await close(queue, 800);
    expect(seen).toEqual(['began', 'closing', 'interrupted']);

    const next = await queueOn(db);
    const attempts: number[] = [];
    next.work({ work: async ({ attempt }) => (attempts.push(attempt), done) }, { concurrency: { work: 1 } });
    await vi.waitFor(() => expect(attempts).toEqual([1]), soon);
  });

  test('a job that ends within the grace is done when the queue is closed', async () => {
    const db = await database();
    const queue = await queueOn(db);
    let began = 0;
    const handler: JobHandler = async () => {
      began++;
      await sleep(200);
      return done;
    };
    await queue.add('work', {});
    queue.work({ work: handler }, { concurrency: { work: 1 } });
    await vi.waitFor(() => expect(began).toBe(1), soon);
    await close(queue, 5000);
    const next = await queueOn(db);
    next.work({ work: handler }, { concurrency: { work: 1 } });
    await sleep(700);
    expect(began).toBe(1);
  });

  test('many jobs on two workers run exactly once each', async () => {
    const db = await database();
    const queue = await queueOn(db);
    const ran: unknown[] = [];
    const handler: JobHandler = async ({ payload }) => (ran.push(payload['number']), done);
    for (let number = 0; number < 60; number++) await queue.add('work', { number });
    queue.work({ work: handler, other: none }, { concurrency: { work: 8 } });
    queue.work({ work: handler, other: none }, { concurrency: { work: 8 } });
    await vi.waitFor(() => expect(ran).toHaveLength(60), soon);
    await sleep(600);
    expect(ran.map(Number).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_none, number) => number));
  });
});
