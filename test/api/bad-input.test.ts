import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Operation } from '#contract/operation.ts';
import { operations, type OperationId } from '#contract/operations.ts';
import { describeOnEachEngine, isDeep } from '../engines.ts';
import { seed as SEED } from '../seed.ts';
import { aims } from './aims.ts';
import { badRequestsFor, goodRequestFor, type BadRequest, type MakeRequest } from './bad/bad-request.ts';
import { brokenRequests, sendRaw } from './bad/send-raw.ts';
import { closeConnections, send, type BadAnswer } from './bad/send.ts';
import { jsonOf } from './api.ts';
import { playground, type Playground } from './playground.ts';
import { everyOperation } from './request-of.ts';
import { filesOnDisk, snapshot } from './snapshot.ts';
import { as, openStage, type Resident, type Stage } from './stage.ts';

/*
 * Requests nobody should send, spread over every operation. Repeat a run with TEST_SEED=<the printed number>; more of
 * them with SCENEWRIGHT_BAD_REQUESTS.
 */

const TOTAL = Number(process.env['SCENEWRIGHT_BAD_REQUESTS'] ?? (isDeep ? 10_500 : 150));
/** Half of them are asked on each engine, which are odd in different ways. */
const EACH = Math.ceil(TOTAL / (isDeep ? 2 : 1) / everyOperation.length);
/** Looking at everything somebody has before and after costs more than the request: each n-th is looked at, the others run side by side. */
const LOOK_EVERY = isDeep ? 16 : 7;
/** Said before a schema is asked: no credential, no such address, no such method, no such type, not JSON. */
const BEFORE_SCHEMA = new Set([400, 401, 405, 413, 415, 431]);

describeOnEachEngine('bad input', (_, newPlace) => {
  let stage: Stage;
  let ida: Resident;
  let ada: Resident;
  let ground: Playground;
  /** What no request is aimed at: all of somebody else's, and a project of one's own. */
  let control: readonly unknown[];
  const past = new Map<OperationId, number>();
  const statuses = new Map<number, number>();

  beforeAll(async () => {
    const place = await newPlace();
    stage = await openStage(place.url === undefined ? undefined : place);
    [ada, ida] = stage.residents;
    ground = await playground(as(stage.api, ida.accessToken));
    control = [await snapshot(stage.server, ada.userId), ...(await controlProject())];
    console.log(
      `bad input: seed ${SEED} (TEST_SEED), ${EACH} requests for each of ${everyOperation.length} operations`,
    );
  });
  afterAll(async () => {
    closeConnections();
    await stage[Symbol.asyncDispose]();
  });

  /** Everything in the project that no request is aimed at. */
  async function controlProject(): Promise<readonly string[]> {
    const api = as(stage.api, ida.accessToken);
    const project = `/projects/${ida.ids.projectId}`;
    const work = `${project}/works/${ida.ids.workId}`;
    const parts = [
      project,
      work,
      `${project}/assets`,
      `${project}/templates`,
      `${work}/scenes/0/takes`,
      `${work}/exports`,
    ];
    return Promise.all(parts.map(async (path) => (await api.get(path)).text));
  }

  describe.each(everyOperation)('%s', (id) => {
    test(`answers ${EACH} odd requests as it should`, { timeout: 600_000 }, async () => {
      // The same seed for each would play the same tricks on each.
      const ofEngine = stage.server.world.database.engine === 'embedded' ? 0 : 104_729;
      const seed = SEED + ofEngine + 7919 * everyOperation.findIndex(([name]) => name === id);
      const makers = [goodRequestFor(id), ...fc.sample(badRequestsFor(id), { seed, numRuns: EACH - 1 })];
      for (let first = 0; first < makers.length; first += LOOK_EVERY) {
        const [looked, ...others] = makers.slice(first, first + LOOK_EVERY);
        if (looked) await askLooking(id, looked);
        const placed = [];
        for (const make of others) placed.push(await placeRequest(id, make));
        await Promise.all(placed.map(({ bad, token }) => askOnce(id, bad, token)));
      }
      expect([await snapshot(stage.server, ada.userId), ...(await controlProject())]).toEqual(control);
    });
  });

  test.each(Object.entries(brokenRequests))('%s is told so in JSON too', async (_, text) => {
    const { status, head, body } = await sendRaw(stage.server.origin, text);
    expect(status, head).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(head).toContain('content-type: application/json');
    expect(JSON.parse(body)).toMatchObject({ error: expect.any(String), code: expect.any(String) });
  });

  test('at least a third of the requests came past the schemas, some of every operation', () => {
    const sum = [...past.values()].reduce((total, count) => total + count, 0);
    const share = sum / (EACH * everyOperation.length);
    const least = everyOperation.map(([id]) => [past.get(id) ?? 0, id] as const).toSorted(([a], [b]) => a - b);
    const table = [...statuses].toSorted(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
    console.log(
      `bad input: ${EACH * everyOperation.length} requests, ${(share * 100).toFixed(1)} % past the schemas; ` +
        `fewest ${least
          .slice(0, 3)
          .map(([count, id]) => `${id} ${count}`)
          .join(', ')}; answers ${table.join(', ')}`,
    );
    expect(share).toBeGreaterThan(1 / 3);
    expect(least[0]?.[0]).toBeGreaterThan(0);
  });

  test('afterwards the server is as well as before', async () => {
    expect(jsonOf(await stage.api.get('/health', { as: null }))).toMatchObject({ status: 'ok' });
    expect(jsonOf(await stage.api.get('/ready', { as: null }))).toMatchObject({ status: 'ready' });
    const api = as(stage.api, ada.accessToken);
    const { id } = jsonOf(await api.post('/projects', { name: 'After' }), 201);
    expect(jsonOf(await api.get(`/projects/${id}`)).name).toBe('After');
    expect((await filesOnDisk(stage.server)).filter((name) => name.startsWith('incoming/'))).toEqual([]);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  async function placeRequest(id: OperationId, make: MakeRequest): Promise<{ bad: BadRequest; token: string }> {
    const { ids, token } = await ground.place(aims[id], ida);
    return { bad: make(ids), token };
  }

  async function askOnce(id: OperationId, bad: BadRequest, token: string): Promise<BadAnswer> {
    const answer = await send(stage.server.origin, token, bad).catch((error: unknown) =>
      expect.fail(`${describeRequest(bad)}: ${String(error)}`),
    );
    judge(bad, answer, stage.server.place.directory);
    if (answer.status < 400 && bad.method !== 'GET') ground.mayBeSpoiled();
    if (isPast(operations[id], bad, answer)) past.set(id, (past.get(id) ?? 0) + 1);
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    return answer;
  }

  async function askLooking(id: OperationId, make: MakeRequest): Promise<void> {
    const { bad, token } = await placeRequest(id, make);
    const before = [await snapshot(stage.server, ida.userId), await filesOnDisk(stage.server)];
    const { status } = await askOnce(id, bad, token);
    if (status < 400) return;
    const after = [await snapshot(stage.server, ida.userId), await filesOnDisk(stage.server)];
    expect(after, `${describeRequest(bad)} was refused (${status}) and changed something`).toEqual(before);
  }
});

function judge(bad: BadRequest, { status, type, text }: BadAnswer, directory: string): void {
  const what = `${describeRequest(bad)} → ${status} ${text.slice(0, 300)}`;
  expect(status, what).toBeGreaterThanOrEqual(200);
  expect(status, what).toBeLessThan(500);
  expect(text, what).not.toContain(directory);
  expect(text, what).not.toMatch(/\bat .{1,200}\.[jt]s:\d+|node:internal|node_modules/);
  if (status < 400) return;
  expect(type, what).toMatch(/^application\/json/);
  expect(JSON.parse(text), what).toMatchObject({ error: expect.any(String), code: expect.any(String) });
}

/** Whether a handler saw it: it is placed, and was not refused by one of the steps before. */
function isPast({ params, access }: Operation, bad: BadRequest, { status }: BadAnswer): boolean {
  const isEarly = BEFORE_SCHEMA.has(status) && !(status === 401 && access === 'open'); // there it is the handler's
  return !isEarly && (bad.isPlaced || params === undefined || status !== 404);
}

function describeRequest({ trick, method, path, body }: BadRequest): string {
  const start =
    body === undefined
      ? ''
      : ` ${body
          .toString('latin1')
          .slice(0, 160)
          .replaceAll(/[^\x20-\x7e]+/g, ' ')}`;
  return `[${trick}] ${method} ${path.slice(0, 200)}${start} (TEST_SEED=${SEED})`;
}
