import { afterAll, beforeAll, expect, test } from 'vitest';
import { EventNews } from '#contract/events.ts';
import { appendEvent, eventsAfter, eventsKept, sweepEvents } from '#store/events.ts';
import { insertJob } from '#store/jobs.ts';
import { progressWriter } from '#studio/jobs/progress-writer.ts';
import { formOf, openTestServer, type TestServer } from '../../test/open-test-server.ts';
import { solidPng } from '../../test/solid-png.ts';

let server: TestServer;
let projectId = '';
let workId = '';
let path = '';

beforeAll(async () => {
  server = await openTestServer();
  projectId = (await server.ask('POST', '/projects', { body: {} })).json.id;
  workId = await newWork();
  path = `/projects/${projectId}/works/${workId}`;
});
afterAll(() => server[Symbol.asyncDispose]());

async function newWork(): Promise<string> {
  const resolution = { width: 128, height: 96 };
  return (await server.ask('POST', `/projects/${projectId}/works`, { body: { name: 'Watched', resolution } })).json.id;
}

interface Pushed {
  readonly id: number;
  readonly type: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- events of every shape
  readonly data: any;
}

/** A reader of the stream, as a browser is one. */
async function watch(
  options: { readonly after?: number; readonly query?: number; readonly as?: string; readonly at?: string } = {},
) {
  const stop = new AbortController();
  const query = options.query === undefined ? '' : `?lastEventId=${options.query}`;
  const response = await fetch(`${server.origin}/api${options.at ?? path}/events${query}`, {
    headers: {
      authorization: `Bearer ${options.as ?? server.token}`,
      ...(options.after === undefined ? {} : { 'last-event-id': String(options.after) }),
    },
    signal: stop.signal,
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const seen: Pushed[] = [];
  let hasEnded = false;
  const reading = (async () => {
    let rest = '';
    for (;;) {
      const part = await reader?.read();
      if (!part || part.done) break;
      const blocks = (rest + part.value).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const id = /^id: (\d+)$/m.exec(block)?.[1];
        if (id === undefined) continue;
        const type = /^event: (\w+)$/m.exec(block)?.[1] ?? '';
        seen.push({ id: Number(id), type, data: JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? 'null') });
      }
    }
    hasEnded = true;
  })().catch(() => {});
  return {
    response,
    seen,
    hasEnded: () => hasEnded,
    types: () => seen.map((event) => event.type),
    leave: async () => {
      stop.abort();
      await reading;
    },
  };
}

const rename = (name: string) => server.ask('PUT', path, { body: { name } });
const note = (step: number, of = workId) =>
  appendEvent(server.world.database.kysely, {
    workspaceId: server.world.owner.workspaceId,
    workId: of,
    type: 'work',
    data: { step },
  });
const steps = (seen: readonly Pushed[]) => seen.flatMap(({ data }) => (data.step === undefined ? [] : [data.step]));

test('a change is pushed as it happens, after a first event that says where the stream begins', async () => {
  const reader = await watch();
  expect(reader.response.headers.get('content-type')).toContain('text/event-stream');
  await expect.poll(reader.types).toEqual(['ready']);
  expect(reader.seen[0]?.id).toBe((await eventsKept(server.world.database.kysely)).last);
  await rename('Another name');
  await expect.poll(reader.types).toEqual(['ready', 'work']);
  await reader.leave();
});

test('a reader who comes back sees what was missed, in order and once, by header and by address', async () => {
  const first = await watch();
  await expect.poll(() => first.seen.length).toBe(1);
  await note(1);
  await expect.poll(() => steps(first.seen)).toEqual([1]);
  await first.leave();
  await note(2);
  await note(3);
  const last = first.seen.at(-1)?.id ?? 0;
  for (const reader of [await watch({ after: last }), await watch({ query: last })]) {
    await expect.poll(() => steps(reader.seen)).toEqual([2, 3]);
    await reader.leave();
  }
});

test('a reader who left before anything happened loses nothing either', async () => {
  const first = await watch();
  await expect.poll(() => first.seen.length).toBe(1);
  await first.leave();
  await note(4);
  const second = await watch({ after: first.seen[0]?.id ?? 0 });
  await expect.poll(() => steps(second.seen)).toEqual([4]);
  await second.leave();
});

test('however often a reader comes and goes, it sees every event of its work once and in order', async () => {
  const others = await newWork();
  let last = (await eventsKept(server.world.database.kysely)).last;
  const total: number[] = [];
  const writing = (async () => {
    for (let step = 100; step < 160; step++) {
      await note(step);
      if (step % 3 === 0) await note(-step, others);
    }
  })();
  for (let visit = 0; visit < 60 && total.length < 60; visit++) {
    const reader = await watch({ after: last });
    await expect.poll(() => reader.seen.length, { interval: 5 }).toBeGreaterThan(0);
    if (visit % 2 === 0) await expect.poll(() => reader.seen.length, { interval: 5 }).toBeGreaterThan(1);
    await reader.leave();
    total.push(...steps(reader.seen));
    last = reader.seen.at(-1)?.id ?? last;
  }
  await writing;
  expect(total).toEqual(Array.from({ length: 60 }, (_, place) => 100 + place));
});

test('more than is read at once comes whole', async () => {
  const after = (await eventsKept(server.world.database.kysely)).last;
  await server.world.database.transaction(async (trx) => {
    for (let step = 1000; step < 1450; step++) {
      await appendEvent(trx, { workspaceId: server.world.owner.workspaceId, workId, type: 'work', data: { step } });
    }
  });
  const reader = await watch({ after });
  await expect.poll(() => steps(reader.seen).length).toBe(450);
  expect(steps(reader.seen)).toEqual(Array.from({ length: 450 }, (_, place) => 1000 + place));
  await reader.leave();
});

test('a generation tells of its job, its scene and its take', async () => {
  const after = (await eventsKept(server.world.database.kysely)).last;
  await server.ask('POST', `${path}/scenario`);
  await server.ask('POST', `${path}/generate/scene/0/image`);
  const reader = await watch({ after });
  const told = () => reader.seen.map(({ type, data }) => `${type} ${data.status ?? data.kind ?? ''}`);
  await expect.poll(told).toEqual(expect.arrayContaining(['work done', 'job done', 'take image', 'scene image_ready']));
  await reader.leave();
});

test('every change of what a scene shows is told with its status, as the work then has it', async () => {
  const id = await newWork();
  const at = `/projects/${projectId}/works/${id}`;
  const script = { image_prompt: 'a bottle', duration_seconds: 0.5 };
  const { scenes } = (await server.ask('PUT', `${at}/scenes`, { body: { scenes: [script, script] } })).json;
  const reader = await watch({ at });
  expect(await server.ask('POST', `${at}/generate/scene/0`)).toMatchObject({ status: 200 });
  const form = formOf({ field: 'file', bytes: solidPng('red'), name: 'red.png' });
  expect(await server.ask('POST', `${at}/media/scene/1/image`, { form })).toMatchObject({ status: 200 });
  const told = (sceneIndex: number) =>
    reader.seen.flatMap(({ type, data }) => (type === 'scene' && data.sceneIndex === sceneIndex ? [data] : []));
  await expect.poll(() => told(1)).toHaveLength(1);

  const [picture, approved, filming, clip] = told(0).slice(1);
  expect(told(0).map(({ status }) => status)).toEqual([
    'generating_image',
    'image_ready',
    'image_ready', // it is approved
    'generating_video',
    'done',
  ]);
  const imageTakeId = picture.imageTakeId;
  expect(imageTakeId).toMatch(/^take_/);
  expect([approved, filming, clip]).toMatchObject([{ imageTakeId }, { imageTakeId }, { imageTakeId }]);
  expect(clip.videoTakeId).toMatch(/^take_/);
  expect(clip.sceneId).toBe(scenes[0].id);
  const upload = { sceneId: scenes[1].id, sceneIndex: 1, status: 'image_ready', imageTakeId: expect.any(String) };
  expect(told(1)).toEqual([{ ...upload, at: expect.any(Number) }]);
  for (const { type, data } of reader.seen.slice(1)) expect(EventNews.safeParse({ type, data }).error).toBeUndefined();
  await reader.leave();
});

test('progress is told at most twice a second, with the job or the export it is of', async () => {
  const { world } = server;
  const job = await world.database.kysely
    .selectFrom('job')
    .select(['id', 'workspace_id'])
    .where('work_id', '=', workId)
    .executeTakeFirstOrThrow();
  await world.database.kysely.updateTable('job').set({ status: 'running' }).where('id', '=', job.id).execute();
  let nowMs = 10_000;
  const after = (await eventsKept(world.database.kysely)).last;
  const progress = progressWriter({ ...world, clock: { nowMs: () => nowMs } }, job.id);
  for (let step = 1; step <= 20; step++) {
    progress.report(step / 20);
    nowMs += 100;
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
    });
  }
  await progress.stop();
  const told = await eventsAfter(world.database.kysely, after, { workspaceId: job.workspace_id, workId });
  expect(told.length).toBeGreaterThan(1);
  expect(told.length).toBeLessThanOrEqual(4);
  expect(told[0]).toMatchObject({ type: 'job', data: { jobId: job.id, status: 'running', progress: 0.05 } });
  await world.database.kysely.updateTable('job').set({ status: 'done' }).where('id', '=', job.id).execute();
});

test('whoever was away longer than events are kept is told to read the work again', async () => {
  const { kysely } = server.world.database;
  await note(1);
  const known = (await eventsKept(kysely)).last;
  await note(2);
  await kysely
    .updateTable('event')
    .set({ at: new Date(Date.now() - 8 * 86_400_000) })
    .execute();
  await note(3);
  await note(4);
  expect(await sweepEvents(kysely, 7)).toBeGreaterThan(0);
  const late = await watch({ after: known });
  await expect.poll(late.types).toEqual(['reset']);
  const inTime = await watch({ after: known + 1 });
  await expect.poll(() => steps(inTime.seen)).toEqual([3, 4]);
  const fromElsewhere = await watch({ after: 999_999_999 });
  await expect.poll(fromElsewhere.types).toEqual(['reset']);
  for (const reader of [late, inTime, fromElsewhere]) await reader.leave();
});

test('the last event is never swept, so that numbers go on from it', async () => {
  const { kysely } = server.world.database;
  const last = (await eventsKept(kysely)).last;
  await kysely
    .updateTable('event')
    .set({ at: new Date(0) })
    .execute();
  await sweepEvents(kysely, 7);
  expect((await eventsKept(kysely)).last).toBe(last);
});

test('a token that is revoked sees no more, and a work that is deleted ends its stream', async () => {
  const doomed = await newWork();
  const at = `/projects/${projectId}/works/${doomed}`;
  const { token, meta } = (await server.ask('POST', '/tokens', { body: { name: 'watcher', scopes: ['works:read'] } }))
    .json;
  const byToken = await watch({ as: token, at });
  const byOwner = await watch({ at });
  await expect.poll(() => [byToken.seen.length, byOwner.seen.length]).toEqual([1, 1]);
  await server.ask('DELETE', `/tokens/${meta.id}`);
  await expect.poll(byToken.hasEnded).toBe(true);
  await note(5, doomed);
  await expect.poll(() => steps(byOwner.seen)).toEqual([5]);
  expect(steps(byToken.seen)).toEqual([]);
  await server.ask('DELETE', at);
  await expect.poll(byOwner.hasEnded).toBe(true);
  expect(byOwner.seen.at(-1)?.data.status).toBe('deleted');
});

test('an account is told in one stream of all its works, each event with the work and project it is of', async () => {
  const other = await newWork();
  const reader = await watch({ at: '' });
  await expect.poll(reader.types).toEqual(['ready']);
  await note(6);
  await note(7, other);
  await server.ask('DELETE', `/projects/${projectId}/works/${other}`);
  await expect.poll(() => reader.seen.length).toBe(4);
  const whose = reader.seen.slice(1).map(({ data }) => [data.projectId, data.workId, data.step ?? data.status]);
  expect(whose).toEqual([
    [projectId, workId, 6],
    [projectId, other, 7],
    [projectId, other, 'deleted'],
  ]);
  await reader.leave();
  const back = await watch({ at: '', after: reader.seen[1]?.id ?? 0 });
  await expect.poll(() => back.seen.length).toBe(3);
  await back.leave();
});

test('the stream of an account holds nothing of another, nor jobs without a work that others asked for', async () => {
  const { kysely } = server.world.database;
  const { workspaceId, userId } = server.world.owner;
  const stranger = await server.register('stream@example.com');
  const theirs = await watch({ at: '', as: stranger });
  const ours = await watch({ at: '' });
  await expect.poll(() => [theirs.seen.length, ours.seen.length]).toEqual([1, 1]);
  for (const [id, createdBy] of Object.entries({ job_ours: userId, job_someone_elses: null })) {
    await insertJob(kysely, { id, workspaceId, createdBy, kind: 'style', workId: null, targetId: null, stage: 'x' });
    await appendEvent(kysely, { workspaceId, workId: null, type: 'job', data: { jobId: id, status: 'queued' } });
  }
  await note(8);
  await expect.poll(() => steps(ours.seen)).toEqual([8]);
  expect(ours.seen.flatMap(({ data }) => data.jobId ?? [])).toEqual(['job_ours']);
  expect(theirs.seen).toHaveLength(1);
  for (const reader of [theirs, ours]) await reader.leave();
});

test('somebody else’s work is not watched, nor one that never was', async () => {
  const stranger = await server.register('stranger@example.com');
  expect((await server.ask('GET', `${path}/events`, { as: stranger })).status).toBe(404);
  expect((await server.ask('GET', `${path}/events`, { as: null })).status).toBe(401);
  expect((await server.ask('GET', `/projects/${projectId}/works/work_0/events`)).status).toBe(404);
  expect((await server.ask('GET', `${path}/events?lastEventId=x`)).status).toBe(400);
});
