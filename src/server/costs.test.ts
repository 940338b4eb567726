import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { fontFiles } from '#media/fonts.ts';
import { ProviderError, type ModelDescriptor, type Price } from '#providers/provider.ts';
import { sweepExpired } from '#store/sweep-expired.ts';
import { formOf, openTestServer, PASSWORD, type Answered, type TestServer } from '../../test/open-test-server.ts';
import { solidPng } from '../../test/solid-png.ts';
import { someVendors } from '../../test/vendors.ts';

/*
 * `vendor` paints for 5 cents and films for 2 cents a second, five seconds at least, by the catalogue; whatever it makes,
 * it charges 4 cents in the end. What `rival` and any writer take is not in the catalogue.
 */

const vendors = someVendors();
const price = (unit: Price['unit'], microUsd: number): Price => ({
  unit,
  microUsd,
  asOf: '2026-11-20',
  source: 'a test',
});
const priced: Readonly<Record<string, Partial<ModelDescriptor>>> = {
  'painter-1': { prices: [price('image', 50_000)] },
  'painter-0': { prices: [price('image', 10_000)], replacedBy: 'painter-1' },
  'camera-1': { prices: [price('second', 20_000)], durations: { listS: [5, 10] } },
};
const providers = vendors.providers.map((provider) => ({
  ...provider,
  models: provider.models.map((model) => ({ ...model, ...priced[model.id] })),
}));
const paid = { 'x-image-provider': 'vendor', 'x-video-provider': 'vendor', 'x-api-key': 'sk-costs-0123456789' };
const log: string[] = [];

let server: TestServer;
beforeAll(async () => {
  const parts = { providers, log: (line: object) => log.push(JSON.stringify(line)) };
  server = await openTestServer(undefined, 'all', {}, parts);
});
afterAll(() => server[Symbol.asyncDispose]());
afterEach(() => {
  vendors.before.image = vendors.before.video = () => undefined;
});

/** A work with scenes of one second each, and short ways to ask for it. */
async function aWork(sceneCount: number, as: string = server.token) {
  const ask = (method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<Answered> =>
    server.ask(method, path, { as, headers, ...(body ? { body } : {}) });
  const projectId: string = (await ask('POST', '/projects', { name: 'P' })).json.id;
  const project = `/projects/${projectId}`;
  const fields = { name: 'W', resolution: { width: 64, height: 64 }, videoDuration: 6, sceneCount: 3 };
  const workId: string = (await ask('POST', `${project}/works`, fields)).json.id;
  const at = `${project}/works/${workId}`;
  const scenes = Array.from({ length: sceneCount }, (_, place) => ({
    image_prompt: `picture ${place}`,
    duration_seconds: 1,
  }));
  if (sceneCount > 0) expect(await ask('PUT', `${at}/scenes`, { scenes })).toMatchObject({ status: 200 });
  return {
    projectId,
    workId,
    project,
    at,
    ask,
    generate: (tail: string, headers: Record<string, string> = paid) =>
      ask('POST', `${at}/generate${tail}`, undefined, headers),
    estimate: async (action: string, more: object = {}, headers: Record<string, string> = paid) =>
      (await ask('POST', '/estimate', { projectId, workId, action, ...more }, headers)).json,
    budget: async () =>
      (await ask('GET', '/budgets')).json.find(
        ({ targetId }: { targetId: string }) => targetId === workId || targetId === projectId,
      ),
  };
}

const asked = (): number => vendors.images.length + vendors.videos.length;

test('what descriptions and a style guide would cost is told before, and of a font that it costs nothing', async () => {
  const { ask, project, projectId } = await aWork(0);
  const upload = async (bytes: Uint8Array, name: string): Promise<string> =>
    (await server.ask('POST', `${project}/assets`, { form: formOf({ field: 'file', bytes, name }) })).json.id;
  const assetIds = [
    await upload(solidPng('#c04020'), 'a.png'),
    await upload(await readFile(fontFiles[0]?.path ?? ''), 'b.ttf'),
  ];
  const estimated = async (body: object, headers: Record<string, string> = {}) =>
    (await ask('POST', '/estimate/reading', { projectId, ...body }, headers)).json;
  expect(await estimated({ assetIds })).toMatchObject({
    expectedMicroUsd: 0,
    atMostMicroUsd: 0,
    isKnown: true,
    items: [{ role: 'vision', provider: 'local', count: 1 }],
    fits: true,
  });
  expect(await estimated({ textBytes: 4000 })).toMatchObject({ atMostMicroUsd: 0, items: [{ role: 'llm' }] });
  expect(await estimated({ textBytes: 4000 }, { ...paid, 'x-llm-provider': 'vendor' })).toMatchObject({
    atMostMicroUsd: null,
    isKnown: false,
    items: [{ role: 'llm', provider: 'vendor' }],
  });
  expect(await estimated({ assetIds: ['asset_none'] })).toMatchObject({ items: [], atMostMicroUsd: 0 });
});

test('an estimate says what it will cost before it is started, and starts nothing', async () => {
  const work = await aWork(2);
  const before = asked();
  expect(await work.estimate('scene', { sceneIndex: 1, variants: 2 })).toEqual({
    expectedMicroUsd: 300_000,
    atMostMicroUsd: 300_000,
    isKnown: true,
    items: [
      {
        sceneIndex: 1,
        role: 'image',
        provider: 'vendor',
        model: 'painter-1',
        count: 2,
        units: '1 image',
        expectedMicroUsd: 100_000,
        atMostMicroUsd: 100_000,
      },
      {
        sceneIndex: 1,
        role: 'video',
        provider: 'vendor',
        model: 'camera-1',
        count: 2,
        units: '5 s',
        expectedMicroUsd: 200_000,
        atMostMicroUsd: 200_000,
      },
    ],
    says: ['A clip of 5 s is asked for in place of 1 s: the model makes no shorter clip, and the film trims it.'],
    fits: true,
    budgets: [],
  });
  expect(await work.estimate('pictures')).toMatchObject({ expectedMicroUsd: 100_000 });
  expect(await work.estimate('work')).toMatchObject({ expectedMicroUsd: 300_000 });
  expect(await work.estimate('clips')).toMatchObject({ expectedMicroUsd: 0, items: [] });
  expect(await work.estimate('scene', { sceneIndex: 7 })).toMatchObject({ code: 'not_found' });
  expect(await work.estimate('scene')).toMatchObject({ code: 'invalid_input' });
  expect(asked()).toBe(before);
  expect((await work.ask('GET', `/jobs?workId=${work.workId}`)).json).toEqual([]);
});

test('what is free says so, a retired model warns with what replaces it, and an unknown price is unknown', async () => {
  const work = await aWork(1);
  expect(await work.estimate('scene', { sceneIndex: 0 }, {})).toMatchObject({
    expectedMicroUsd: 0,
    atMostMicroUsd: 0,
    says: [expect.stringMatching(/ is free\.$/)],
  });
  const retired = { ...paid, 'x-image-model-id': 'painter-0' };
  expect(await work.estimate('picture', { sceneIndex: 0 }, retired)).toMatchObject({
    items: [{ model: 'painter-0', retired: true, replacedBy: 'painter-1', expectedMicroUsd: 10_000 }],
    says: [expect.stringMatching(/^painter-0 is retired.*: painter-1 takes its place\. It is asked all the same/)],
  });
  const unknown = await work.estimate('picture', { sceneIndex: 0 }, { 'x-image-provider': 'rival', 'x-api-key': 'k' });
  expect(unknown).toMatchObject({ expectedMicroUsd: null, atMostMicroUsd: null, isKnown: false, fits: true });
  const withoutKey = await work.estimate('picture', { sceneIndex: 0 }, { 'x-image-provider': 'vendor' });
  expect(withoutKey).toMatchObject({ expectedMicroUsd: 50_000, says: [expect.stringContaining('needs a key')] });
});

test('what was made of the same before is offered, to be taken over free of charge', async () => {
  const work = await aWork(1);
  expect((await work.estimate('picture', { sceneIndex: 0 })).items[0]).not.toHaveProperty('reusable');
  const { takeIds } = (await work.generate('/scene/0/image')).json;
  const [item] = (await work.estimate('scene', { sceneIndex: 0 })).items;
  expect(item).toMatchObject({ reusable: { takeId: takeIds[0], url: `/api/media/${takeIds[0]}` } });
  expect(await work.ask('GET', item.reusable.url.replace('/api', ''))).toMatchObject({ status: 200 });
});

test('a bulk action is estimated by what it is told to make: what is missing, what has changed, or both', async () => {
  const work = await aWork(2);
  expect(await work.generate('/scene/0/image')).toMatchObject({ status: 200 });
  const { scenes } = (await work.ask('GET', work.at)).json;
  scenes[0].image_prompt = 'another picture';
  expect(await work.ask('PUT', `${work.at}/scenes`, { scenes })).toMatchObject({ status: 200 });
  const scenesOf = async (only?: string) =>
    (await work.estimate('pictures', only ? { only } : {})).items.map((one: { sceneIndex: number }) => one.sceneIndex);
  expect(await Promise.all([undefined, 'missing', 'changed', 'both'].map(scenesOf))).toEqual([[1], [1], [0], [0, 1]]);
  expect(await work.estimate('clips', { only: 'changed' })).toMatchObject({ items: [], expectedMicroUsd: 0 });
  for (const action of ['picture', 'work']) {
    expect(await work.estimate(action, { sceneIndex: 0, only: 'both' })).toMatchObject({ code: 'invalid_input' });
  }
});

test('a work without a scenario is estimated by the scenes it is to have', async () => {
  const work = await aWork(0);
  const { items, says, expectedMicroUsd } = await work.estimate('work');
  expect(items.map(({ role }: { role: string }) => role).join(' ')).toBe('llm image video image video image video');
  expect(expectedMicroUsd).toBe(450_000); // the scenario is written here, free
  expect(says).toContain('There is no scenario yet: 3 scenes of 2 s are assumed.');
});

test('what passes a budget is refused before the vendor is asked, with the figures; what is free goes on', async () => {
  const work = await aWork(2);
  const set = await work.ask('PUT', `${work.project}/budget`, { limitMicroUsd: 60_000 });
  expect(set).toMatchObject({
    status: 200,
    json: { target: 'project', name: 'P', period: 'total', leftMicroUsd: 60_000 },
  });
  expect(await work.generate('/scene/0/image')).toMatchObject({ status: 200 });
  expect(await work.budget()).toMatchObject({ spentMicroUsd: 40_000, reservedMicroUsd: 0, leftMicroUsd: 20_000 });
  const before = asked();
  const refused = await work.generate('/scene/1/image');
  expect(refused).toMatchObject({
    status: 402,
    json: {
      code: 'budget_exceeded',
      error: 'This may cost $0.05, and the budget of this project has $0.02 left: raise it, or use a free engine.',
      details: {
        budget: 'project',
        limitMicroUsd: 60_000,
        spentMicroUsd: 40_000,
        reservedMicroUsd: 0,
        estimateMicroUsd: 50_000,
      },
    },
  });
  expect(await work.estimate('picture', { sceneIndex: 1 })).toMatchObject({
    fits: false,
    budgets: [
      { target: 'project', targetId: work.projectId, limitMicroUsd: 60_000, leftMicroUsd: 20_000, fits: false },
    ],
  });
  expect(asked()).toBe(before);
  expect(await work.generate('/scene/1/image', {})).toMatchObject({ status: 200 });
  expect(await work.ask('DELETE', `${work.project}/budget`)).toMatchObject({ status: 204 });
  expect(await work.ask('DELETE', `${work.project}/budget`)).toMatchObject({ status: 404 });
  expect(await work.generate('/scene/1/image')).toMatchObject({ status: 200 });
});

test('of a bulk action that does not fit as a whole nothing is started', async () => {
  const work = await aWork(3);
  await work.ask('PUT', `${work.at}/budget`, { limitMicroUsd: 120_000, period: 'month' });
  const before = asked();
  const refused = await work.generate('/images');
  expect(refused).toMatchObject({
    status: 402,
    json: { code: 'budget_exceeded', details: { budget: 'work', estimateMicroUsd: 150_000, reservedMicroUsd: 0 } },
  });
  expect((await work.ask('GET', `/jobs?workId=${work.workId}`)).json).toEqual([]);
  expect(asked()).toBe(before);
  await work.ask('PUT', `${work.at}/budget`, { limitMicroUsd: 150_000, period: 'month' });
  expect((await work.generate('/images')).json.jobs).toHaveLength(3);
});

test('of variants that do not fit together none is made, and the refusal tells what they come to', async () => {
  const work = await aWork(1);
  await work.ask('PUT', `${work.at}/budget`, { limitMicroUsd: 120_000 });
  const before = asked();
  const refused = await work.ask('POST', `${work.at}/generate/scene/0/image`, { variants: 3 }, paid);
  const details = { estimateMicroUsd: 150_000, spentMicroUsd: 0, reservedMicroUsd: 0, left: '$0.12' };
  expect(refused).toMatchObject({ status: 402, json: { details } });
  expect(asked()).toBe(before);
});

test('a whole scene is refused while only its picture fits, and its clip is held while the picture is made', async () => {
  const work = await aWork(1);
  await work.ask('PUT', `${work.at}/budget`, { limitMicroUsd: 149_000 });
  const before = asked();
  expect(await work.generate('/scene/0')).toMatchObject({
    status: 402,
    json: { details: { estimateMicroUsd: 150_000 } },
  });
  expect(asked()).toBe(before);
  await work.ask('PUT', `${work.at}/budget`, { limitMicroUsd: 150_000 });
  const held: number[] = [];
  vendors.before.image = async () => held.push((await work.budget()).reservedMicroUsd);
  expect(await work.generate('/scene/0')).toMatchObject({ status: 200 });
  expect(held).toEqual([150_000]);
  expect(await work.budget()).toMatchObject({ spentMicroUsd: 80_000, reservedMicroUsd: 0 });
  const [job] = (await work.ask('GET', `/jobs?workId=${work.workId}`)).json.filter(
    ({ kind }: { kind: string }) => kind === 'scene',
  );
  expect(job.costMicroUsd).toBe(80_000);
});

test('what failed, or was never started, is let go of', async () => {
  const work = await aWork(1);
  await work.ask('PUT', `${work.at}/budget`, { limitMicroUsd: 500_000 });
  vendors.before.image = () => {
    throw new ProviderError('moderated', 'vendor', 'not this');
  };
  expect(await work.generate('/scene/0')).toMatchObject({ status: 502 });
  expect(await work.budget()).toMatchObject({ spentMicroUsd: 0, reservedMicroUsd: 0, leftMicroUsd: 500_000 });
});

test('a cancelled scene holds nothing, also for the half that had not begun', async () => {
  const work = await aWork(1);
  await work.ask('PUT', `${work.at}/budget`, { limitMicroUsd: 500_000 });
  let go: () => void = () => undefined;
  const gone = new Promise<void>((resolve) => (go = resolve));
  vendors.before.image = () => gone;
  const { jobId } = (await work.generate('/scene/0', { ...paid, prefer: 'respond-async' })).json;
  await expect.poll(async () => (await work.ask('GET', `/jobs/${jobId}`)).json.stage).toBe('picture');
  expect(await work.budget()).toMatchObject({ reservedMicroUsd: 150_000 });
  await work.ask('POST', `/jobs/${jobId}/cancel`);
  await expect.poll(async () => (await work.budget()).reservedMicroUsd).toBeLessThanOrEqual(50_000);
  go();
  await expect.poll(async () => (await work.budget()).reservedMicroUsd).toBe(0);
});

test('a vendor that charges more than it said is booked as it is, told in the log, and stops what costs more', async () => {
  const work = await aWork(1);
  await work.ask('PUT', `${work.at}/budget`, { limitMicroUsd: 30_000 });
  const cheap = { ...paid, 'x-image-model-id': 'painter-0' };
  expect(await work.generate('/scene/0/image', cheap)).toMatchObject({ status: 200 });
  expect(await work.budget()).toMatchObject({ spentMicroUsd: 40_000, leftMicroUsd: -10_000 });
  expect(log.filter((line) => line.includes('cost_above_estimate'))).toHaveLength(1);
  expect(await work.generate('/scene/0/image', cheap)).toMatchObject({ status: 402 });
  expect(await work.generate('/scene/0/image', {})).toMatchObject({ status: 200 });
});

test('a price that nobody knows is refused under a budget, and counted where there is none', async () => {
  const work = await aWork(1);
  const rival = { 'x-image-provider': 'rival', 'x-api-key': 'sk-costs-0123456789' };
  await work.ask('PUT', `${work.at}/budget`, { limitMicroUsd: 900_000 });
  expect(await work.generate('/scene/0/image', rival)).toMatchObject({
    status: 402,
    json: { code: 'price_unknown', details: { provider: 'rival', model: 'brush-1', budget: 'work' } },
  });
  expect(await work.estimate('picture', { sceneIndex: 0 }, rival)).toMatchObject({ isKnown: false, fits: false });
  await work.ask('DELETE', `${work.at}/budget`);
  const { unknownCount } = (await work.ask('GET', '/spend')).json;
  const writer = { 'x-llm-provider': 'vendor', 'x-api-key': 'sk-costs-0123456789' };
  expect(await work.ask('POST', `${work.at}/scenario`, undefined, writer)).toMatchObject({ status: 200 });
  expect((await work.ask('GET', '/spend')).json.unknownCount).toBe(unknownCount + 1);
  const [job] = (await work.ask('GET', `/jobs?workId=${work.workId}`)).json;
  expect(job).toMatchObject({ kind: 'scenario', status: 'done' });
  expect(job, 'unknown is not 0').not.toHaveProperty('costMicroUsd');
});

test('a day’s budget begins anew at midnight', async () => {
  const work = await aWork(1);
  await work.ask('PUT', `${work.at}/budget`, { limitMicroUsd: 50_000, period: 'day' });
  expect(await work.generate('/scene/0/image')).toMatchObject({ status: 200 });
  expect(await work.generate('/scene/0/image')).toMatchObject({ status: 402 });
  const { kysely } = server.world.database;
  await sql`update ledger set at = at - interval '1 day' where work_id = ${work.workId}`.execute(kysely);
  expect(await work.budget()).toMatchObject({ spentMicroUsd: 0, leftMicroUsd: 50_000 });
  expect(await work.generate('/scene/0/image')).toMatchObject({ status: 200 });
});

test('an API token has a budget of its own, and can set none', async () => {
  const ada = await server.register('ada-costs@example.com');
  const work = await aWork(2, ada);
  const made = await server.ask('POST', '/tokens', {
    as: ada,
    body: { name: 'n8n', scopes: ['projects:read', 'works:read', 'ai:generate'] },
  });
  const { token, meta } = made.json;
  const budget = { body: { limitMicroUsd: 60_000 } };
  for (const path of ['/budgets/mine', `${work.project}/budget`, `${work.at}/budget`, `/tokens/${meta.id}/budget`]) {
    expect(await server.ask('PUT', path, { as: token, ...budget }), path).toMatchObject({ status: 403 });
    expect(await server.ask('DELETE', path, { as: token }), path).toMatchObject({ status: 403 });
  }
  const set = await server.ask('PUT', `/tokens/${meta.id}/budget`, { as: ada, ...budget });
  expect(set).toMatchObject({ status: 200, json: { target: 'token', name: 'n8n' } });
  expect(await server.ask('PUT', `/tokens/${meta.id}/budget`, budget)).toMatchObject({ status: 404 }); // not Ada's
  const generate = (as: string, place: number) =>
    server.ask('POST', `${work.at}/generate/scene/${place}/image`, { as, headers: paid });
  expect(await generate(token, 0)).toMatchObject({ status: 200 });
  expect(await generate(token, 1)).toMatchObject({ status: 402, json: { details: { budget: 'token' } } });
  expect(await generate(ada, 1)).toMatchObject({ status: 200 });
  await server.ask('DELETE', `/tokens/${meta.id}`, { as: ada });
  expect((await server.ask('GET', '/budgets', { as: ada })).json).toEqual([]);
});

test('what was spent is told by provider, model, day, project and work, outlives the work, and goes with the account', async () => {
  const eve = await server.register('eve-costs@example.com');
  const work = await aWork(2, eve);
  const mine = await work.ask('PUT', '/budgets/mine', { limitMicroUsd: 300_000, period: 'month' });
  expect(mine).toMatchObject({ status: 200, json: { target: 'user', name: null } });
  for (const place of [0, 1]) await work.generate(`/scene/${place}/image`);
  const today = new Date().toISOString().slice(0, 10);
  const spend = async (query: string) => (await work.ask('GET', `/spend?${query}`)).json;
  const made = { pictures: 2, clips: 0, clipSeconds: 0, scripts: 0, readings: 0 };
  const row = { spentMicroUsd: 80_000, generations: 2, name: null, made, unknownCount: 0 };
  expect(await spend('by=provider')).toEqual({
    from: null,
    to: null,
    by: 'provider',
    rows: [{ ...row, key: 'vendor' }],
    totalMicroUsd: 80_000,
    reservedMicroUsd: 0,
    unknownCount: 0,
  });
  expect((await spend('by=model')).rows).toEqual([{ ...row, key: 'painter-1' }]);
  expect((await spend(`by=day&from=${today}`)).rows).toEqual([{ ...row, key: today }]);
  expect((await spend('by=project')).rows).toEqual([{ ...row, key: work.projectId, name: 'P' }]);
  expect((await spend('by=work')).rows).toEqual([{ ...row, key: work.workId, name: 'W' }]);
  expect(await spend(`to=${today}`)).toMatchObject({ rows: [], totalMicroUsd: 0 });
  for (const day of ['2026-02-31', '0000-01-01', 'yesterday']) {
    expect(await work.ask('GET', `/spend?from=${day}`), day).toMatchObject({ status: 400 });
  }

  await work.ask('PUT', '/budgets/mine', { limitMicroUsd: 100_000, period: 'month' });
  const withoutWork = await work.ask('POST', '/generate/image', { prompt: 'a lamp' }, paid);
  expect(withoutWork).toMatchObject({ status: 402, json: { details: { budget: 'user', period: 'month' } } });

  await work.ask('PUT', `${work.at}/budget`, { limitMicroUsd: 1 });
  expect(await work.ask('DELETE', work.at)).toMatchObject({ status: 204 });
  await sweepExpired(server.world.database.kysely);
  expect((await spend('by=work')).rows).toEqual([{ ...row, key: work.workId }]);
  expect((await work.ask('GET', '/budgets')).json).toMatchObject([{ target: 'user', spentMicroUsd: 80_000 }]);

  const rows = async (): Promise<unknown> => {
    const { kysely } = server.world.database;
    const counted = await sql<{
      count: number;
    }>`select ((select count(*) from ledger where project_id = ${work.projectId}) +
      (select count(*) from budget where target_id in (${mine.json.targetId}, ${work.workId})))::int as count`.execute(
      kysely,
    );
    return counted.rows[0]?.count;
  };
  expect(await rows()).toBe(7); // held, let go and spent for each of two, and the limit
  expect(await work.ask('DELETE', '/auth/me', { password: PASSWORD })).toMatchObject({ status: 204 });
  expect(await rows()).toBe(0);
});
