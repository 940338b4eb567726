import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { purgeTrash } from '#studio/trash/purge-trash.ts';
import { apiOf, aProject, expectError, jsonOf, type Api } from '../../test/api/api.ts';
import { describeOnEachEngine } from '../../test/engines.ts';
import { openTestServer, type TestServer } from '../../test/open-test-server.ts';

describeOnEachEngine('a template in the trash', (_, newPlace) => {
  let server: TestServer;
  let api: Api;
  beforeAll(async () => {
    server = await openTestServer(await newPlace(), 'api');
    api = apiOf(server);
  });
  afterAll(() => server[Symbol.asyncDispose]());

  /** As if it had lain there for so many days. */
  const age = (id: string, days: number) =>
    sql`update template set deleted_at = now() - ${days} * interval '1 day' where id = ${id}`.execute(
      server.world.database.kysely,
    );

  test('comes back as the very same: its name, its dates, its content and its picture', async () => {
    const project = await aProject(api);
    const text = {
      text: 'Meet {{x}}',
      fontSize: 90,
      fontColor: '#fff',
      centerX: 0,
      centerY: 0,
      timingMode: 'relative',
    };
    const make = async (name: string) =>
      jsonOf(
        await api.post(`${project.path}/templates`, {
          name,
          description: 'Words over the first scene',
          tags: ['title'],
          content: { textOverlays: [{ ...text, id: 't' }], imageOverlays: [] },
        }),
        201,
      );
    const [first, second] = [await make('Opening'), await make('Closing')];
    const path = `${project.path}/templates/${first.id}`;
    jsonOf(await api.put(path, { name: 'Opening title' })); // one that has been changed: two dates
    const all = async () => ({
      one: jsonOf(await api.get(path)),
      etag: (await api.get(path)).headers.get('etag'),
      list: jsonOf(await api.get(`${project.path}/templates`)),
      picture: (await api.get(`${path}/thumbnail`)).headers.get('etag'),
    });
    const before = await all();
    expect(before.one.updatedAt).toBeGreaterThan(before.one.createdAt);
    expect(before.picture).toBeTruthy();

    const trashed = jsonOf(await api.post(`${path}/trash`));
    expect(trashed).toMatchObject({ trashId: first.id, kind: 'template', name: 'Opening title' });
    expect(trashed.purgeAt - trashed.deletedAt).toBe(30 * 86_400_000);
    for (const gone of [await api.get(path), await api.get(`${path}/thumbnail`), await api.put(path, { name: 'x' })]) {
      expectError(gone, 404, 'not_found');
    }
    expectError(await api.post(`${path}/trash`), 404, 'not_found');
    expectError(await api.del(path), 404, 'not_found');
    expectError(await api.post(`${path}/apply`, { videoDuration: 6 }), 404, 'not_found');
    const left = jsonOf(await api.get(`${project.path}/templates`));
    expect([left.count, left.templates.map(({ id }: { id: string }) => id)]).toEqual([1, [second.id]]);
    expect(jsonOf(await api.get('/trash'))).toMatchObject([
      { trashId: first.id, kind: 'template', projectId: project.id, workId: null, poster: null, inside: null },
    ]);
    const restored = jsonOf(await api.post(`/trash/${first.id}/restore`));
    expect(restored).toMatchObject({ id: first.id, kind: 'template', projectId: project.id, workId: null });
    expect(await all()).toEqual(before);
  });

  test('is purged with its picture after thirty days, and waits for its project', async () => {
    const project = await aProject(api);
    const text = { id: 't', text: 'Hi', fontSize: 90, fontColor: '#fff', centerX: 0, centerY: 0 };
    const content = { textOverlays: [{ ...text, timingMode: 'relative' }], imageOverlays: [] };
    const made = jsonOf(await api.post(`${project.path}/templates`, { name: 'Opening', content }), 201);
    const path = `${project.path}/templates/${made.id}`;
    const thumbnails = join(server.world.directories.scratch, 'thumbnails');
    const pictures = async () =>
      (await readdir(thumbnails, { recursive: true })).filter((name) => name.endsWith('png'));
    await mkdir(thumbnails, { recursive: true });
    const others = await pictures();
    expect((await api.get(`${path}/thumbnail`)).status).toBe(200);
    const isDrawn = async () => (await pictures()).length > others.length;
    jsonOf(await api.post(`${path}/trash`));
    jsonOf(await api.post(`${project.path}/trash`));
    expectError(await api.post(`/trash/${made.id}/restore`), 409, 'conflict');
    jsonOf(await api.post(`/trash/${project.id}/restore`));
    await age(made.id, 29);
    expect(await purgeTrash(server.world)).toEqual({ purged: 0 });
    expect(await isDrawn()).toBe(true);
    await age(made.id, 31);
    expect(await purgeTrash(server.world)).toEqual({ purged: 1 });
    expect(await isDrawn()).toBe(false);
    expect(jsonOf(await api.get('/trash'))).toEqual([]);
  });
});
