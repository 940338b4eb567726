import { afterAll, beforeAll, expect, test } from 'vitest';
import { listGenerations } from '#store/generations.ts';
import { startFilm } from '#studio/film/start-film.ts';
import { endedOn } from '../../test/ended-on.ts';
import { newEmbeddedPlace } from '../../test/engines.ts';
import { openTestServer, type TestServer } from '../../test/open-test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server[Symbol.asyncDispose]());

const small = { durationS: 3, resolution: { width: 96, height: 160 } };
const brief = 'EcoBottle keeps water cold for 24 hours. It is made of recycled steel.';

test('one line becomes a project, a work and a finished film, free of charge', async () => {
  const started = await server.ask('POST', '/films', { body: { brief, ...small, projectType: 'ecommerce' } });
  expect(started.status, started.text).toBe(202);
  const { projectId, workId, jobId } = started.json;
  const project = (await server.ask('GET', `/projects/${projectId}`)).json;
  expect(project).toMatchObject({ name: 'EcoBottle keeps water cold for 24 hours.', projectType: 'ecommerce' });

  const path = `/projects/${projectId}/works/${workId}`;
  const ended = await endedOn(server, jobId);
  expect(ended).toMatchObject({ kind: 'film', status: 'done', progress: 1, stage: 'done', workId });
  const [film, ...more] = (await server.ask('GET', `${path}/exports`)).json;
  expect(more).toEqual([]);
  expect(film).toMatchObject({ status: 'done', durationS: 3 });
  expect(ended.result).toEqual({ exportId: film.id, durationS: 3, url: film.url });
  expect((await server.raw('GET', film.url.replace('/api', ''))).headers.get('content-type')).toBe('video/mp4');

  const work = (await server.ask('GET', path)).json;
  expect(work).toMatchObject({ productDescription: brief, videoDuration: 3, resolution: small.resolution });
  expect(work.generatedScenes.length).toBeGreaterThan(0);
  for (const scene of work.generatedScenes) expect(scene.status).toBe('done');
  expect(work.editorState.editorData.videoTrack).toHaveLength(work.scenes.length);
  const made = await listGenerations(server.world.database.kysely, { workId });
  expect(new Set(made.map(({ provider }) => provider))).toEqual(new Set(['local']));

  // Everything in it can be read where the editor reads it, its sound too.
  const edit = (await server.ask('GET', `${path}/edit`)).json;
  const sources = Object.values<{ isMissing: boolean; url: string; peaksUrl: string | null }>(edit.sources);
  expect(sources.filter(({ isMissing }) => isMissing)).toEqual([]);
  const sound = edit.sources[edit.timeline.audio[0].media.sha256];
  expect(sound.url).toBe(`/api${path}/media/audio`);
  for (const url of [sound.url, sound.peaksUrl]) {
    expect((await server.raw('GET', url.replace('/api', ''))).status, url).toBe(200);
  }
});

test('a film goes into the project that is named, and into nobody else’s', async () => {
  const project = (await server.ask('POST', '/projects', { body: { name: 'Bottles' } })).json;
  const body = { brief, ...small, name: 'Spring', projectId: project.id };
  const { json } = await server.ask('POST', '/films', { body });
  expect(json.projectId).toBe(project.id);
  expect((await server.ask('GET', `/projects/${project.id}/works/${json.workId}`)).json.name).toBe('Spring');
  await server.ask('POST', `/jobs/${json.jobId}/cancel`);

  const stranger = await server.register('stranger@example.com');
  const asked = await server.ask('POST', '/films', { body, as: stranger });
  expect(asked).toMatchObject({ status: 404, json: { code: 'not_found' } });
});

test('where FFmpeg is gone no film is begun, and it says what to do', async () => {
  const { world } = server;
  const gone = { ...world, ffmpeg: { ...world.ffmpeg, path: '/nowhere/ffmpeg' } };
  const works = (await server.ask('GET', '/overview')).json.length;
  await expect(startFilm(gone, world.owner, { brief })).rejects.toMatchObject({ code: 'ffmpeg_missing' });
  expect((await server.ask('GET', '/overview')).json).toHaveLength(works);
});

test('the same press twice is one film', async () => {
  const press = { body: { brief, ...small }, headers: { 'idempotency-key': 'one-press' } };
  const [first, second] = await Promise.all([server.ask('POST', '/films', press), server.ask('POST', '/films', press)]);
  expect(second.json).toEqual(first.json);
  await server.ask('POST', `/jobs/${first.json.jobId}/cancel`);
});

test('a film that is cancelled stops what it waits for, and made again it takes up what is there', async () => {
  const { json } = await server.ask('POST', '/films', { body: { brief, ...small, durationS: 12 } });
  const path = `/projects/${json.projectId}/works/${json.workId}`;
  await until(async () => (await server.ask('GET', path)).json.generatedScenes[0]?.imageUrl !== undefined);
  expect((await server.ask('POST', `/jobs/${json.jobId}/cancel`)).json.status).toBe('cancelled');
  await until(async () => {
    const jobs = (await server.ask('GET', `/jobs?workId=${json.workId}`)).json;
    return jobs.every(({ status }: { status: string }) => status === 'done' || status === 'cancelled');
  });

  const again = (await server.ask('POST', `/jobs/${json.jobId}/retry`)).json;
  expect(again).toMatchObject({ kind: 'film', status: 'queued' });
  expect(await endedOn(server, again.id)).toMatchObject({ status: 'done' });
  const [scene] = (await server.ask('GET', `${path}/scenes/0/takes`)).json.filter(
    ({ kind }: { kind: string }) => kind === 'image',
  );
  expect(scene).toMatchObject({ kind: 'image' });
  expect((await listGenerations(server.world.database.kysely, { workId: json.workId })).length).toBeGreaterThan(0);
});

test('a server that is closed in the middle goes on when it is back: one film, every scene made once', async () => {
  const place = await newEmbeddedPlace();
  const first = await openTestServer(place);
  const { json } = await first.ask('POST', '/films', { body: { brief, ...small, durationS: 9 } });
  const path = `/projects/${json.projectId}/works/${json.workId}`;
  await until(async () => (await first.ask('GET', path)).json.generatedScenes[1]?.imageUrl !== undefined);
  await first[Symbol.asyncDispose]();

  await using second = await openTestServer(place);
  expect(await endedOn(second, json.jobId)).toMatchObject({ status: 'done' });
  expect((await second.ask('GET', `${path}/exports`)).json).toHaveLength(1);
  const { scenes, generatedScenes } = (await second.ask('GET', path)).json;
  for (const scene of generatedScenes) expect(scene.status).toBe('done');
  const made = await listGenerations(second.world.database.kysely, { workId: json.workId });
  const done = made.filter(({ state }) => state === 'done');
  expect(done).toHaveLength(1 + 2 * scenes.length);
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50));
}
