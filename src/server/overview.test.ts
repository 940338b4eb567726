import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertExport, updateExport } from '#store/exports.ts';
import { insertGeneration, moveGeneration } from '#store/generations.ts';
import { insertJob, updateJob } from '#store/jobs.ts';
import { keepMedia } from '#store/keep-media.ts';
import { listScenes } from '#store/scenes.ts';
import { updateWork } from '#store/works.ts';
import { linesOf, makerOf, type MadeWork } from '../../test/made-over-http.ts';
import { openTestServer, type TestServer } from '../../test/open-test-server.ts';
import { aGeneration, anEmptyTimeline, newId, someFacts } from '../../test/stored-rows.ts';

let server: TestServer;
const { ask, aProject, aWork, aPicture } = makerOf(() => server);
beforeAll(async () => {
  server = await openTestServer(undefined, 'api');
});
afterAll(() => server[Symbol.asyncDispose]());

const db = () => server.world.database.kysely;
const overviewOf = async (work: MadeWork) => (await ask('GET', `/projects/${work.projectId}/overview`)).json[0];
const written = async (fields: object = {}): Promise<MadeWork> => {
  const work = await aWork({ productDescription: 'A bottle.', ...fields });
  await ask('PUT', `${work.path}/scenes`, { body: { scenes: linesOf('a', 'b', 'c') } });
  return work;
};

test('a work that was only named is told as it is: nothing waits, nothing runs', async () => {
  const work = await aWork({ name: 'Empty', resolution: { width: 1920, height: 1080 }, videoDuration: 12 });
  expect(await overviewOf(work)).toMatchObject({
    id: work.id,
    name: 'Empty',
    resolution: { width: 1920, height: 1080 },
    durationS: 12,
    hasBrief: false,
    hasReferenceVideo: false,
    counts: { scenes: 0, images: 0, approved: 0, videos: 0 },
    frames: [],
    needs: [],
    running: null,
    film: null,
  });
});

test('pictures that nobody approved wait to be looked at; approved ones do not', async () => {
  const work = await written();
  await aPicture(work.id, 1);
  await aPicture(work.id, 2);
  const waiting = await overviewOf(work);
  expect(waiting).toMatchObject({ durationS: 9, needs: [{ what: 'review', count: 2, sceneIndex: 1 }] });
  expect(waiting.frames).toHaveLength(2);
  expect(waiting.frames[0]).toMatch(new RegExp(`^/api${work.path}/scenes/1/takes/take_[0-9a-z]+/poster$`));
  for (const place of [1, 2]) await ask('POST', `${work.path}/scenes/${place}/approve`, { body: {} });
  const approved = await overviewOf(work);
  expect(approved).toMatchObject({ counts: { scenes: 3, images: 2, approved: 2, videos: 0 }, needs: [] });
});

test('what failed is told with its reason, and what is in doubt before it', async () => {
  const work = await written();
  const [first, second] = await listScenes(db(), work.id);
  await asked(work, first?.id ?? '', 'failed');
  const error = { code: 'provider_invalid_key', message: 'OpenAI refused the key', facts: {} };
  await db()
    .updateTable('scene')
    .set({ last_error: JSON.stringify(error) })
    .where('id', '=', first?.id ?? '')
    .execute();
  const failed = { what: 'failed', count: 1, sceneIndex: 0, code: error.code, error: error.message };
  expect((await overviewOf(work)).needs).toEqual([failed]);
  await asked(work, second?.id ?? '', 'uncertain');
  expect((await overviewOf(work)).needs).toEqual([{ what: 'uncertain', count: 1, sceneIndex: 1 }, failed]);
});

test('a script that could not be written is told until there is one', async () => {
  const work = await aWork();
  const job = await aJob(work, 'scenario');
  const error = { code: 'provider_quota', message: 'There is no quota left', facts: {} };
  await updateJob(db(), job, { status: 'failed', error });
  expect((await overviewOf(work)).needs).toEqual([
    { what: 'failed', count: 1, sceneIndex: null, kind: 'scenario', code: error.code, error: error.message },
  ]);
  await ask('PUT', `${work.path}/scenes`, { body: { scenes: linesOf('by hand') } });
  expect((await overviewOf(work)).needs).toEqual([]);
});

test('an analysis waits to be read until a script is there', async () => {
  const work = await aWork();
  const analysis = {
    scene_count: 1,
    overall_tone: 'calm',
    color_palette: ['#112233'],
    tempo: 'slow' as const,
    has_text_overlay: false,
    scenes: [],
  };
  await updateWork(db(), work.id, { analysis }, { by: 'server' });
  expect((await overviewOf(work)).needs).toEqual([{ what: 'analysis', count: 1, sceneIndex: null }]);
  await ask('PUT', `${work.path}/scenes`, { body: { scenes: linesOf('a') } });
  expect((await overviewOf(work)).needs).toEqual([]);
});

test('what runs is told by the job that the others are for', async () => {
  const work = await written();
  await updateJob(db(), await aJob(work, 'video'), { status: 'running', progress: 0.5, etaMs: 4000 });
  await updateJob(db(), await aJob(work, 'video'), { status: 'running', progress: 0.1, etaMs: 9000 });
  expect((await overviewOf(work)).running).toEqual({
    kind: 'video',
    count: 2,
    done: 0,
    total: 3,
    progress: 0.3,
    stage: 'waiting',
    etaMs: 9000,
  });
  const film = await aJob(work, 'film');
  await updateJob(db(), film, { status: 'running', progress: 0.25, stage: 'clips' });
  expect((await overviewOf(work)).running).toEqual({
    kind: 'film',
    jobId: film,
    count: 3,
    progress: 0.25,
    stage: 'clips',
  });
});

test('of a project it is told what its works need, what they cost and how much film there is', async () => {
  const project = await aProject({ name: 'Bottles', projectType: 'ecommerce' });
  const finished = await aWork({ name: 'Finished' }, project);
  const waiting = await aWork({ name: 'Waiting' }, project);
  await ask('PUT', `${waiting.path}/scenes`, { body: { scenes: linesOf('a') } });
  await aPicture(waiting.id, 0);
  const exportId = await anExport(finished, 4);
  const [told] = (await ask('GET', '/overview')).json;
  expect(told).toMatchObject({
    id: project.id,
    name: 'Bottles',
    projectType: 'ecommerce',
    works: 2,
    finishedS: 4,
    spentMicroUsd: 0,
    latest: { id: waiting.id, counts: { scenes: 1 } },
    needs: [{ what: 'review', sceneIndex: 0, workId: waiting.id, workName: 'Waiting' }],
    running: [],
    film: { workId: finished.id, workName: 'Finished', count: 1, durationS: 4 },
  });
  expect(told.film.url).toBe(`/api/projects/${project.id}/works/${finished.id}/exports/${exportId}/file`);
});

test('others see nothing of it', async () => {
  const work = await written();
  const stranger = await server.register('stranger@example.com');
  expect((await ask('GET', '/overview', { as: stranger })).json).toEqual([]);
  expect((await ask('GET', `/projects/${work.projectId}/overview`, { as: stranger })).status).toBe(404);
});

async function asked(work: MadeWork, sceneId: string, state: 'failed' | 'uncertain'): Promise<void> {
  const { id } = await insertGeneration(
    db(),
    aGeneration(server.world.owner.workspaceId, { workId: work.id, sceneId, role: 'image' }),
  );
  await server.world.database.transaction(async (trx) => {
    await moveGeneration(trx, id, ['queued'], 'submitting');
    await moveGeneration(trx, id, ['submitting'], state);
  });
}

async function aJob(work: MadeWork, kind: 'scenario' | 'video' | 'film'): Promise<string> {
  const id = newId('job');
  const { workspaceId, userId } = server.world.owner;
  await insertJob(db(), {
    id,
    workspaceId,
    createdBy: userId,
    kind,
    workId: work.id,
    targetId: null,
    stage: 'waiting',
  });
  return id;
}

async function anExport(work: MadeWork, durationS: number): Promise<string> {
  const id = newId('export');
  const { database, files, owner } = server.world;
  const { workspaceId, userId: createdBy } = owner;
  await insertExport(database.kysely, {
    id,
    workspaceId,
    createdBy,
    workId: work.id,
    timeline: anEmptyTimeline,
    settings: {},
    framesTotal: 120,
  });
  const { sha256 } = await keepMedia(database, files, {
    stream: (async function* () {
      yield new TextEncoder().encode(id);
    })(),
    mime: 'video/mp4',
    facts: { ...someFacts, durationS },
    owner: { kind: 'export', id },
    workspaceId,
  });
  await updateExport(database.kysely, id, ['queued'], { state: 'done', sha256 });
  return id;
}
