import { existsSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { listGenerations } from '#store/generations.ts';
import { getMedia } from '#store/media.ts';
import { purgeTrash } from '#studio/trash/purge-trash.ts';
import {
  apiOf,
  aProject,
  aScene,
  aWorkWithScenes,
  expectError,
  jobEnded,
  jsonOf,
  type Api,
  type PlacedWork,
} from '../../test/api/api.ts';
import { tiny } from '../../test/api/tiny-media.ts';
import { describeOnEachEngine } from '../../test/engines.ts';
import { openTestServer, type TestServer } from '../../test/open-test-server.ts';
import { solidPng } from '../../test/solid-png.ts';
import { someVendors } from '../../test/vendors.ts';

const vendors = someVendors();
const paid = { 'x-image-provider': 'vendor', 'x-api-key': 'sk-trash-0123456789' };

describeOnEachEngine('the trash', (_, newPlace) => {
  let server: TestServer;
  let api: Api;
  let as = '';
  beforeAll(async () => {
    server = await openTestServer(await newPlace(), 'all', {}, { providers: vendors.providers });
    as = await server.register('other@example.com');
    api = apiOf(server);
  });
  afterAll(() => server[Symbol.asyncDispose]());
  afterEach(async () => {
    vendors.before.image = () => undefined;
    for (const { trashId } of jsonOf(await api.get('/trash'))) await api.del(`/trash/${trashId}`);
  });

  let shade = 0;
  /** A picture that no other test has. */
  const freshPng = () => solidPng(`rgb(${(shade += 1)}, 10, 200)`);
  const upload = async (work: PlacedWork, index: number, bytes = freshPng()) => {
    const file = { field: 'file', bytes, name: 'a.png' };
    return jsonOf(await api.upload(`${work.path}/scenes/${index}/takes`, file), 201);
  };
  const anAsset = async (projectPath: string, bytes = freshPng()) => {
    const file = { field: 'file', bytes, name: 'logo.png' };
    return jsonOf(await api.upload(`${projectPath}/assets`, file, { name: 'Logo' }), 201);
  };
  const scenesOf = async (work: PlacedWork): Promise<string[]> =>
    jsonOf(await api.get(work.path)).scenes.map(({ id }: { id: string }) => id);
  const idsIn = async (): Promise<string[]> =>
    jsonOf(await api.get('/trash')).map(({ trashId }: { trashId: string }) => trashId);
  const isOnDisk = async (sha256: string): Promise<boolean> => {
    const isKnown = (await getMedia(server.world.database.kysely, sha256)) !== null;
    expect(existsSync(server.world.files.pathOf(sha256))).toBe(isKnown);
    return isKnown;
  };
  const waitFor = async (holds: () => Promise<boolean>): Promise<void> => {
    while (!(await holds())) await new Promise((done) => setTimeout(done, 30));
  };
  /** As if it had lain there for so many days. */
  const age = (table: string, id: string, days: number) =>
    sql`update ${sql.table(table)} set deleted_at = now() - ${days} * interval '1 day' where id = ${id}`.execute(
      server.world.database.kysely,
    );

  test('a work is gone everywhere while it is in the trash, and comes back as the very same', async () => {
    const work = await aWorkWithScenes(api);
    const take = await upload(work, 0);
    jsonOf(await api.post(`${work.path}/scenes/0/takes/${take.id}/pick`));
    jsonOf(await api.post(`${work.path}/scenes/0/approve`, {}));
    const before = await api.get(work.path);
    const takes = jsonOf(await api.get(`${work.path}/scenes/0/takes`));

    const trashed = jsonOf(await api.post(`${work.path}/trash`));
    expect(trashed).toEqual({
      trashId: work.id,
      kind: 'work',
      name: before.json.name,
      deletedAt: expect.any(Number),
      purgeAt: trashed.deletedAt + 30 * 86_400_000,
    });
    for (const path of ['', '/scenes/0/takes', '/media/scene/0/image', '/events', '/exports', '/scenes/0/poster']) {
      expectError(await api.get(`${work.path}${path}`), 404, 'not_found');
    }
    expectError(await api.get(`/media/${take.id}`), 404, 'not_found');
    expect(jsonOf(await api.get(`${work.project.path}/works`))).toEqual([]);
    expectError(await api.put(work.path, { name: 'Back?' }), 404, 'not_found');
    expectError(await api.del(work.path), 404, 'not_found');
    expectError(await api.post(`${work.path}/trash`), 404, 'not_found');

    const [entry] = jsonOf(await api.get('/trash'));
    expect(entry).toEqual({
      ...trashed,
      projectId: work.project.id,
      projectName: 'Bottles',
      workId: null,
      workName: null,
      sceneIndex: null,
      poster: `/api/trash/${work.id}/poster`,
      inside: null,
    });
    const poster = await api.raw('GET', `/trash/${work.id}/poster`);
    expect([poster.status, poster.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    await poster.arrayBuffer();

    expect(jsonOf(await api.post(`/trash/${work.id}/restore`))).toEqual({
      id: work.id,
      kind: 'work',
      name: before.json.name,
      projectId: work.project.id,
      workId: work.id,
      sceneIndex: null,
    });
    const after = await api.get(work.path);
    expect(after.json).toEqual(before.json);
    expect(after.headers.get('etag')).toBe(before.headers.get('etag'));
    expect(jsonOf(await api.get(`${work.path}/scenes/0/takes`))).toEqual(takes);
    expect(takes).toMatchObject([{ picked: true, approved: true }]);
    expectError(await api.post(`/trash/${work.id}/restore`), 404, 'not_found');
  });

  test('a scene comes back to its old place, with its takes, and the others make room', async () => {
    const work = await aWorkWithScenes(api, 3);
    const take = await upload(work, 1);
    const [first, second, third] = await scenesOf(work);
    const before = jsonOf(await api.get(work.path));
    expectError(await api.post(`${work.path}/scenes/1/trash`, { sceneId: first }), 404, 'not_found');
    expect(jsonOf(await api.post(`${work.path}/scenes/1/trash`, { sceneId: second }))).toMatchObject({
      trashId: second,
      kind: 'scene',
      name: 'a bottle on a table, number 1',
    });
    expect(await scenesOf(work)).toEqual([first, third]);
    expectError(await api.post(`${work.path}/scenes/1/trash`, { sceneId: second }), 404, 'not_found');
    expectError(await api.get(`/media/${take.id}`), 404, 'not_found');
    expect(jsonOf(await api.get('/trash'))).toMatchObject([{ workId: work.id, sceneIndex: 1, inside: null }]);
    expect(jsonOf(await api.post(`/trash/${second}/restore`))).toMatchObject({ id: second, sceneIndex: 1 });
    const { updatedAt, ...after } = jsonOf(await api.get(work.path));
    expect(updatedAt).toBeGreaterThan(before.updatedAt);
    expect({ ...after, updatedAt: before.updatedAt }).toEqual(before);
    expect(jsonOf(await api.get(`${work.path}/scenes/1/takes`))).toMatchObject([{ id: take.id, picked: true }]);

    // Where there is no such place any more, it is the last.
    jsonOf(await api.post(`${work.path}/scenes/2/trash`, {}));
    jsonOf(await api.post(`${work.path}/scenes/0/trash`, {}));
    expect(jsonOf(await api.post(`/trash/${third}/restore`))).toMatchObject({ sceneIndex: 1 });
    expect(await scenesOf(work)).toEqual([second, third]);
  });

  test('a scene that a new script left out lies in the trash too', async () => {
    const work = await aWorkWithScenes(api, 2);
    const [, second] = await scenesOf(work);
    jsonOf(await api.put(work.path, { scenes: [aScene(0)] }));
    expect(await idsIn()).toEqual([second]);
    jsonOf(await api.post(`/trash/${second}/restore`));
    expect(await scenesOf(work)).toHaveLength(2);
  });

  test('a project goes with all it has; what was in the trash before has to wait for it', async () => {
    const work = await aWorkWithScenes(api);
    const { id: projectId, path } = work.project;
    const asset = await anAsset(path);
    jsonOf(await api.post(`${work.path}/trash`));
    const other = jsonOf(await api.post(`${path}/works`, {}), 201);
    jsonOf(await api.post(`${path}/trash`));
    expectError(await api.get(path), 404, 'not_found');
    expectError(await api.get(`${path}/works/${other.id}`), 404, 'not_found');
    expectError(await api.get(`${path}/assets/${asset.id}`), 404, 'not_found');
    expectError(await api.put(`${path}/works/${other.id}/budget`, { limitMicroUsd: 1 }), 404, 'not_found');
    expect(jsonOf(await api.get('/projects')).map(({ id }: { id: string }) => id)).not.toContain(projectId);
    const inside = { trashId: projectId, kind: 'project', name: 'Bottles' };
    expect(jsonOf(await api.get('/trash'))).toMatchObject([
      { trashId: projectId, inside: null },
      { trashId: work.id, inside },
    ]);
    const refused = await api.post(`/trash/${work.id}/restore`);
    expectError(refused, 409, 'conflict');
    expect(refused.json).toMatchObject({
      error: 'It was in the project “Bottles”, which is in the trash itself: restore that first.',
      details: { trashId: projectId },
    });
    jsonOf(await api.post(`/trash/${projectId}/restore`));
    jsonOf(await api.get(`${path}/works/${other.id}`));
    jsonOf(await api.get(`${path}/assets/${asset.id}/meta`));
    expectError(await api.get(work.path), 404, 'not_found');
    jsonOf(await api.post(`/trash/${work.id}/restore`));
    jsonOf(await api.get(work.path));
  });

  test('an edit that shows an asset says so when it is exported without it, and is whole again afterwards', async () => {
    const work = await aWorkWithScenes(api, 1);
    const file = { field: 'file', bytes: tiny.mp4, name: 'clip.mp4', type: 'video/mp4' };
    jsonOf(await api.upload(`${work.path}/media/scene/0/video`, file));
    const asset = await anAsset(work.project.path);
    const overlay = { assetId: asset.id, width: 10, height: 10, centerX: 0, centerY: 0, opacity: 1, rotation: 0 };
    const editorState = {
      editorData: {
        videoTrack: [{ id: 'c', start: 0, end: 1, sceneIndex: 0 }],
        textTrack: [],
        imageTrack: [{ id: 'i', start: 0, end: 1 }],
        audioTrack: [],
      },
      textOverlays: {},
      imageOverlays: { i: overlay },
      exportSettings: { width: 96, height: 128, fps: 30 },
    };
    jsonOf(await api.put(work.path, { editorState }));
    jsonOf(await api.post(`${work.project.path}/assets/${asset.id}/trash`));
    expect(jsonOf(await api.get(`${work.project.path}/assets`))).toMatchObject({ assets: [], count: 0 });
    const failed = jsonOf(await api.post(`${work.path}/exports`, { quality: 'draft' }), 202);
    expect(await jobEnded(api, failed.jobId)).toMatchObject({ status: 'failed', error: { code: 'asset_missing' } });
    jsonOf(await api.post(`/trash/${asset.id}/restore`));
    expect(jsonOf(await api.get(work.path)).editorState.imageOverlays.i.assetId).toBe(asset.id);
    const made = jsonOf(await api.post(`${work.path}/exports`, { quality: 'draft' }), 202);
    expect(await jobEnded(api, made.jobId)).toMatchObject({ status: 'done' });
  });

  test('what is under way is cancelled, and a result that comes too late is there after the restore', async () => {
    const work = await aWorkWithScenes(api, 2);
    const { promise: reached, resolve: reach } = Promise.withResolvers<void>();
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    vendors.before.image = async () => {
      reach();
      await released; // a vendor that does not stop
    };
    const headers = { ...paid, prefer: 'respond-async' };
    const { jobId } = jsonOf(await api.post(`${work.path}/generate/scene/0/image`, {}, { headers }), 202);
    await reached;
    jsonOf(await api.post(`${work.path}/trash`));
    expectError(await api.get(`/jobs/${jobId}`), 404, 'not_found');
    expectError(await api.post(`/jobs/${jobId}/retry`), 404, 'not_found');
    expect(jsonOf(await api.get(`/jobs?workId=${work.id}`))).toEqual([]);
    release();
    const { kysely } = server.world.database;
    await waitFor(async () => (await listGenerations(kysely, { workId: work.id })).every((one) => one.finishedAt));
    jsonOf(await api.post(`/trash/${work.id}/restore`));
    expect(jsonOf(await api.get(`/jobs/${jobId}`))).toMatchObject({ status: 'cancelled' });
    expect(jsonOf(await api.get(`${work.path}/scenes/0/takes`))).toHaveLength(1);
    const spent = jsonOf(await api.get('/spend?by=work'));
    expect(spent.rows.find(({ key }: { key: string }) => key === work.id)).toMatchObject({ spentMicroUsd: 40_000 });
  });

  test('the jobs of a scene end with it, those of the others go on', async () => {
    const work = await aWorkWithScenes(api, 2);
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    vendors.before.image = () => released;
    const headers = { ...paid, prefer: 'respond-async' };
    const first = jsonOf(await api.post(`${work.path}/generate/scene/0/image`, { variants: 2 }, { headers }), 202);
    const second = jsonOf(await api.post(`${work.path}/generate/scene/1/image`, {}, { headers }), 202);
    jsonOf(await api.post(`${work.path}/scenes/0/trash`, {}));
    expect(jsonOf(await api.get(`/jobs/${first.jobId}`)).status).toBe('cancelled');
    release();
    expect(await jobEnded(api, second.jobId)).toMatchObject({ status: 'done' });
    const jobs = jsonOf(await api.get(`/jobs?workId=${work.id}`));
    expect(jobs.map(({ status }: { status: string }) => status).toSorted()).toEqual([
      'cancelled',
      'cancelled',
      'cancelled',
      'done',
    ]);
  });

  test('deleting for good takes the media off the disk that nobody else has', async () => {
    const work = await aWorkWithScenes(api, 2);
    const shared = freshPng();
    await anAsset(work.project.path, shared);
    const own = await upload(work, 0);
    const both = await upload(work, 0, shared);
    const [sceneId] = await scenesOf(work);
    jsonOf(await api.post(`${work.path}/scenes/0/trash`, {}));
    expect(await isOnDisk(own.sha256)).toBe(true);
    expect((await api.del(`/trash/${sceneId}`)).status).toBe(204);
    expect([await isOnDisk(own.sha256), await isOnDisk(both.sha256)]).toEqual([false, true]);
    expectError(await api.del(`/trash/${sceneId}`), 404, 'not_found');
    expectError(await api.post(`/trash/${sceneId}/restore`), 404, 'not_found');
    expect(await scenesOf(work)).toHaveLength(1);

    const asset = await anAsset(work.project.path);
    jsonOf(await api.post(`${work.project.path}/assets/${asset.id}/trash`));
    jsonOf(await api.post(`${work.project.path}/trash`));
    expect((await api.del(`/trash/${work.project.id}`)).status).toBe(204);
    expect(await idsIn()).toEqual([]);
  });

  test('after thirty days it is purged, and not a day before', async () => {
    const work = await aWorkWithScenes(api, 2);
    const take = await upload(work, 1);
    const [first, second] = await scenesOf(work);
    jsonOf(await api.post(`${work.path}/scenes/1/trash`, {}));
    jsonOf(await api.post(`${work.path}/scenes/0/trash`, {}));
    const project = await aProject(api);
    jsonOf(await api.post(`${project.path}/trash`));
    await age('scene', second ?? '', 31);
    await age('scene', first ?? '', 29);
    expect(await purgeTrash(server.world)).toEqual({ purged: 1 });
    expect(await isOnDisk(take.sha256)).toBe(false);
    expect(await idsIn()).toEqual([project.id, first]);
    await age('project', project.id, 31);
    await age('scene', first ?? '', 31);
    expect(await purgeTrash(server.world)).toEqual({ purged: 2 });
    expect(await idsIn()).toEqual([]);
    jsonOf(await api.get(work.path));
  });

  test('of many that put it away, restore it or delete it at once, one does', async () => {
    const work = await aWorkWithScenes(api);
    const many = async (ask: () => Promise<{ readonly status: number }>) =>
      (await Promise.all([ask(), ask(), ask(), ask()])).map(({ status }) => status).toSorted((a, b) => a - b);
    expect(await many(() => api.post(`${work.path}/trash`))).toEqual([200, 404, 404, 404]);
    expect(await many(() => api.post(`/trash/${work.id}/restore`))).toEqual([200, 404, 404, 404]);
    jsonOf(await api.post(`${work.path}/trash`));
    const [restored, deleted] = await Promise.all([
      api.post(`/trash/${work.id}/restore`),
      api.del(`/trash/${work.id}`),
    ]);
    expect([
      [200, 404],
      [404, 204],
    ]).toContainEqual([restored.status, deleted.status]);
    expect((await api.get(work.path)).status).toBe(restored.status);
  });

  test('the list comes in pages, the last deleted first, and is one’s own', async () => {
    const project = await aProject(api);
    const made: string[] = [];
    for (let index = 0; index < 3; index++) made.push((await anAsset(project.path)).id);
    for (const id of made) jsonOf(await api.post(`${project.path}/assets/${id}/trash`));
    const page = await api.get('/trash?limit=2');
    expect(page.json.map(({ trashId }: { trashId: string }) => trashId)).toEqual([made[2], made[1]]);
    const next = await api.get(`/trash?limit=2&cursor=${page.headers.get('x-next-cursor')}`);
    expect(next.json.map(({ trashId }: { trashId: string }) => trashId)).toEqual([made[0]]);
    expect(next.headers.get('x-next-cursor')).toBeNull();
    expect(jsonOf(await api.get('/trash', { as }))).toEqual([]);
    expectError(await api.post(`/trash/${made[0]}/restore`, undefined, { as }), 404, 'not_found');
    expectError(await api.del(`/trash/${made[0]}`, { as }), 404, 'not_found');
    expectError(await api.get(`/trash/${made[0]}/poster`, { as }), 404, 'not_found');
  });

  test('leave for projects alone is not leave for works', async () => {
    const theirs = apiOf({ ...server, ask: (method, path, options) => server.ask(method, path, { as, ...options }) });
    const work = await aWorkWithScenes(theirs);
    jsonOf(await theirs.post(`${work.path}/trash`));
    const scopes = ['projects:read', 'projects:write'];
    const { token } = jsonOf(await theirs.post('/tokens', { name: 'x', scopes }), 201);
    const narrow = { as: token };
    expect(jsonOf(await api.get('/trash', narrow))).toEqual([]);
    expectError(await api.post(`/trash/${work.id}/restore`, undefined, narrow), 403, 'out_of_scope');
    expectError(await api.del(`/trash/${work.id}`, narrow), 403, 'out_of_scope');
    expectError(await api.get(`/trash/${work.id}/poster`, narrow), 403, 'out_of_scope');
  });
});
