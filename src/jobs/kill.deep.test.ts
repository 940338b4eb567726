import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeOnEachEngine } from '../../test/engines.ts';
import { seed } from '../../test/seed.ts';
import type { JobQueue } from './job-queue.ts';
import { openQueue } from './open-queue.ts';

const KILLS = 10;
/** A worker that is silent for 9 s is taken for dead; the last beat was 2 s old at most, and the process took its time to open. */
const SOONER_THAN_SILENCE_MS = 6000;
const JOBS = KILLS * 4 + 2; // a round ends at most four before its kill
const queues = { work: { retryLimit: 0, retryDelayS: 1 } };
const childScript = join(import.meta.dirname, '../../test/queue-child.ts');

let directory: string;
let journal: string;
const children = new Set<ChildProcess>();
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'scenewright-kill-'));
  journal = join(directory, 'journal');
});
afterEach(async () => {
  for (const child of children) await kill(child);
  rmSync(directory, { recursive: true, force: true });
});

interface Line {
  readonly atMs: number;
  readonly what: string;
}

function written(): Line[] {
  let text = '';
  try {
    text = readFileSync(journal, 'utf8');
  } catch {
    return [];
  }
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ({ atMs: Number(line.slice(0, line.indexOf(' '))), what: line.slice(line.indexOf(' ') + 1) }));
}

async function until(isTrue: () => boolean, timeoutMs: number, what: string): Promise<void> {
  const giveUpAt = Date.now() + timeoutMs;
  while (!isTrue()) {
    if (Date.now() > giveUpAt)
      throw new Error(`${what} did not happen in ${String(timeoutMs)} ms: ${JSON.stringify(written())}`);
    await sleep(10);
  }
}

function startChild(place: unknown): ChildProcess {
  const child = spawn(process.execPath, [childScript, JSON.stringify(place), journal], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  children.add(child);
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  children.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

const started = (): Line[] => written().filter(({ what }) => what.startsWith('start'));
const ended = (): Set<string> =>
  new Set(written().flatMap(({ what }) => (what.startsWith('end ') ? [what.slice(4)] : [])));

describeOnEachEngine('a killed worker', (open, newPlace) => {
  async function addJobs(database: Awaited<ReturnType<typeof open>>, count: number, ms: number): Promise<JobQueue> {
    const backend = database.pglite
      ? { engine: 'embedded' as const, pglite: database.pglite }
      : { engine: 'server' as const, connectionString: database.connectionString ?? '' };
    const queue = await openQueue({ backend, queues, log: () => undefined });
    for (let job = 0; job < count; job++) await queue.add('work', { name: `job-${String(job)}`, ms });
    return queue;
  }

  test('loses no job', async () => {
    const place = await newPlace();
    const database = await open(place);
    if (database.engine === 'embedded') await embedded(place, database);
    else await onServer(place, database);
  }, 400_000);

  /** Killed again and again at random moments; what was running goes on at the next start without waiting for a heartbeat to run out. */
  async function embedded(place: unknown, database: Awaited<ReturnType<typeof open>>): Promise<void> {
    let state = (seed % 2_147_483_646) + 1;
    const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
    const queue = await addJobs(database, JOBS, 150);
    await queue.close({ graceMs: 0 });
    await database.close();
    for (let round = 0; round < KILLS; round++) {
      const [opens, starts] = [written().length, started().length];
      const child = startChild(place);
      await until(
        () => started().length > starts,
        60_000,
        `seed ${String(seed)}: the first job of round ${String(round)}`,
      );
      const lines = written().slice(opens);
      const resumedAfterMs =
        (lines.find(({ what }) => what.startsWith('start'))?.atMs ?? 0) -
        (lines.find(({ what }) => what === 'open')?.atMs ?? 0);
      expect(resumedAfterMs, `seed ${String(seed)}`).toBeLessThan(SOONER_THAN_SILENCE_MS);
      await sleep(random() * 300);
      await kill(child);
    }
    startChild(place);
    await until(() => ended().size === JOBS, 90_000, `seed ${String(seed)}: the end of every job`);
  }

  /** Several die at once while they hold jobs; another process takes all of them over. */
  async function onServer(place: unknown, database: Awaited<ReturnType<typeof open>>): Promise<void> {
    const queue = await addJobs(database, KILLS * 2, 60_000);
    const victims = Array.from({ length: KILLS }, () => startChild(place));
    await until(() => started().length === KILLS * 2, 60_000, 'the start of every job');
    await Promise.all(victims.map(kill));
    const running = new Set<unknown>();
    const attempts = new Set<number>();
    queue.work(
      {
        work: async ({ payload, attempt }) => {
          running.add(payload['name']);
          attempts.add(attempt);
          return { status: 'done' };
        },
      },
      { concurrency: { work: 4 } },
    );
    await until(() => running.size === KILLS * 2, 60_000, 'the takeover');
    expect([...attempts]).toEqual([1]); // a crash of the process is not a failure of the job
    await queue.close({ graceMs: 1000 });
  }
});
