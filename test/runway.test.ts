import { runway } from '#providers/runway/runway.ts';
import type { OpenWorld } from '#server/world.ts';
import { cancelJob } from '#studio/jobs/cancel-job.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestWorld } from './open-test-world.ts';
import { solidPng } from './solid-png.ts';
import { A_KEY, stagePicture, type StagedPicture } from './vendor-stage.ts';
import { openWire, type Answer, type Wire } from './wires/wire.ts';

const PICTURE = solidPng('#205080', 64);
const TASK = { id: 'task-1', createdAt: '2026-11-21T12:00:00.000Z' };

let whole: OpenWorld;
let vendor: Wire;
const logged: string[] = [];
beforeAll(async () => {
  vendor = await openWire();
  const address = { SCENEWRIGHT_RUNWAY_BASE_URL: vendor.url };
  const log = (line: object): void => void logged.push(JSON.stringify(line));
  whole = (await openTestWorld(undefined, 'api', address, { log })).world;
});
afterAll(async () => {
  await whole[Symbol.asyncDispose]();
  await vendor.close();
});

/** Runway with one task, in the states that it goes through, one a poll. */
function playTask(...states: readonly Answer[]): void {
  let polls = 0;
  vendor.play(({ method, path }) => {
    if (method === 'POST') return { json: { id: TASK.id, estimatedCost: { credits: 8 } } };
    if (path.startsWith('/results/')) return path.endsWith('fresh.png') ? { bytes: PICTURE } : { status: 403 };
    if (method === 'DELETE') return { status: 204 };
    return states[Math.min(polls++, states.length - 1)] ?? { status: 500 };
  });
}

const state = (status: string, more: object = {}): Answer => ({ json: { ...TASK, status, ...more } });
const done = (name: string): Answer =>
  state('SUCCEEDED', { output: [`${vendor.url}/results/${name}`], cost: { credits: 8 } });

const calls = (): string[] => vendor.requests.map(({ method, path }) => `${method} ${path}`);

/** Runs its turns until nothing is left to do, without the waits between them. */
async function toTheEnd(picture: StagedPicture): Promise<void> {
  for (let turns = 0; turns < 12; turns++) if ((await picture.run()).status !== 'again') return;
  throw new Error('it does not come to an end');
}

/** Everything that is on record, as text. */
async function everythingStored(): Promise<string> {
  const db = whole.database.kysely;
  const tables = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema')
      and table_type = 'BASE TABLE' and table_schema = current_schema()`.execute(db);
  expect(tables.rows.length).toBeGreaterThan(10);
  const rows = await Promise.all(
    tables.rows.map(({ name }) => sql`select row_to_json(t)::text as row from ${sql.table(name)} t`.execute(db)),
  );
  return rows.map((all) => JSON.stringify(all.rows)).join('\n');
}

test('a picture is paid once at Runway, waited for through all that may happen, and booked at what it took', async () => {
  const picture = await stagePicture(whole, runway);
  playTask(
    state('THROTTLED'),
    { status: 502, text: '<html>Bad Gateway</html>' },
    state('RUNNING', { progress: 0.4 }),
    done('expired.png'),
    done('fresh.png'),
  );
  await picture.run();
  const stored = await everythingStored();
  expect(stored).toContain(picture.generationId);
  // The second is how a column of bytes is told.
  for (const key of [A_KEY, Buffer.from(A_KEY).toString('hex')]) expect(stored).not.toContain(key);
  await toTheEnd(picture);
  expect(await picture.row()).toMatchObject({ state: 'done', costMicroUsd: 80_000, sealedKey: null });
  expect(await picture.takes()).toMatchObject([{ costMicroUsd: 80_000, model: 'gen4_image' }]);
  expect(calls().filter((call) => call.startsWith('POST'))).toEqual(['POST /v1/text_to_image']);
  expect(calls().filter((call) => call.startsWith('GET /v1/tasks')).length).toBe(5);
  expect(await everythingStored()).not.toContain(A_KEY);
  expect(logged.join('\n')).not.toContain(A_KEY);
});

test('a picture that Runway takes for unsafe says so, and what it took is booked all the same', async () => {
  const picture = await stagePicture(whole, runway);
  const failure = `Your prompt was refused. (${A_KEY})`;
  playTask(state('FAILED', { failure, failureCode: 'SAFETY.INPUT.TEXT', cost: { credits: 8 } }));
  await toTheEnd(picture);
  expect(await picture.row()).toMatchObject({ state: 'failed', costMicroUsd: 80_000 });
  expect(await picture.job()).toMatchObject({ status: 'failed' });
  const stored = await everythingStored();
  expect(stored).toContain('Your prompt was refused.');
  expect(stored).not.toContain(A_KEY);
});

test('cancelling stops the task at Runway', async () => {
  const picture = await stagePicture(whole, runway);
  playTask(state('RUNNING', { progress: 0.4 }));
  await picture.run();
  await picture.run();
  await cancelJob(picture.world, picture.world.owner, picture.jobId);
  await toTheEnd(picture);
  expect(calls()).toContain('DELETE /v1/tasks/task-1');
  expect(await picture.row()).toMatchObject({ state: 'cancelled', sealedKey: null });
});
