import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SCOPES } from '#contract/operation.ts';
import { ProviderError } from '#providers/provider.ts';
import { aProject, aWork, aWorkWithScenes, expectError, jsonOf, pathOf, type Api } from '../api.ts';
import type { Vendors } from '../../vendors.ts';
import { tiny } from '../tiny-media.ts';
import { aToken } from './accounts.ts';

/** What is wrong elsewhere and is no matter of pictures. */
export function wrongAnswers(api: () => Api, vendors: Vendors): void {
  const upload = async (path: string, bytes: Uint8Array, name: string) =>
    jsonOf(await api().upload(path, { field: 'file', bytes, name }));
  const takesOf = async (path: string): Promise<{ id: string; kind: string; model: string; sha256: string }[]> =>
    jsonOf(await api().get(`${path}/scenes/0/takes`));

  test('an id that is an operator is refused', async () => {
    const { path, project } = await aWork(api());
    for (const operator of [{ $ne: null }, { $gt: '' }, ['x'], { toString: 'x' }]) {
      const clips = [{ sceneIndex: 0, position: 0, end: 1 }];
      const options = { width: 96, height: 128, fps: 30 };
      const film = { projectId: operator, workId: operator, clips, options };
      expectError(await api().post('/export', film), 400);
      expectError(await api().post(`${project.path}/assets/analyze-batch`, { assetIds: [operator] }), 400);
      expectError(await api().post(`${path}/apply-template`, { templateId: operator }), 400);
      expectError(await api().put(path, { selectedAssetIds: [operator] }), 400);
      expectError(await api().put(path, { id: operator }), 400);
      expectError(await api().post('/auth/login', { email: operator, password: operator }, { as: null }), 400);
    }
    expectError(await api().get('/jobs?workId[$ne]=x'), 400);
  });

  test('create keeps selectedAssetIds and assetUsageMode and sets exportSettings', async () => {
    const project = await aProject(api());
    const file = { field: 'file', bytes: tiny.png, name: 'a.png' };
    const asset = jsonOf(await api().upload(`${project.path}/assets`, file), 201);
    const brief = {
      selectedAssetIds: [asset.id],
      assetUsageMode: 'reference',
      resolution: { width: 1920, height: 1080 },
    };
    const work = jsonOf(await api().post(`${project.path}/works`, brief), 201);
    const stored = jsonOf(await api().get(`${project.path}/works/${work.id}`));
    expect(stored).toMatchObject(brief);
    expect(stored.editorState.exportSettings).toMatchObject({ width: 1920, height: 1080, fps: 30 });
  });

  test('a PUT of the name alone keeps style guide and prompts, of a project and of a work', async () => {
    const prompts = { systemPrompt: 'S', analyzerPrompt: 'A', imageSystemPrompt: 'I', videoSystemPrompt: 'V' };
    const fields = { ...prompts, styleGuide: { tone: 'calm' } };
    const project = await aProject(api(), fields);
    expect(jsonOf(await api().put(project.path, { name: 'New' }))).toMatchObject({ ...fields, name: 'New' });
    const work = await aWork(api());
    jsonOf(await api().put(work.path, fields));
    expect(jsonOf(await api().put(work.path, { name: 'New' }))).toMatchObject({ ...fields, name: 'New' });
  });

  test('a scene’s status is known to the server, whoever asks', async () => {
    const work = await aWorkWithScenes(api(), 2);
    const told = { generatedScenes: [{ sceneIndex: 0, status: 'done' }] };
    const before = jsonOf(await api().put(work.path, told)).generatedScenes;
    expect(before).toMatchObject([{ status: 'pending' }, { status: 'pending' }]);
    jsonOf(await api().post(`${work.path}/generate/scene/0/image`));
    const after = jsonOf(await api().get(work.path)).generatedScenes;
    expect(after).toMatchObject([{ status: 'image_ready', imageUrl: expect.any(String) }, { status: 'pending' }]);
  });

  test('regenerating keeps the take that was there, and it can be picked again', async () => {
    const work = await aWorkWithScenes(api(), 1);
    jsonOf(await api().post(`${work.path}/generate/scene/0/image`));
    const [first] = await takesOf(work.path);
    const bytes = async (): Promise<string> => {
      const answer = await api().raw('GET', `${work.path}/media/scene/0/image`);
      return createHash('sha256')
        .update(new Uint8Array(await answer.arrayBuffer()))
        .digest('hex');
    };
    const kept = await bytes();
    jsonOf(await api().post(`${work.path}/generate/scene/0/image`));
    const takes = await takesOf(work.path);
    expect(takes).toHaveLength(2);
    jsonOf(await api().post(`${work.path}/scenes/0/takes/${first?.id ?? ''}/pick`));
    expect(await bytes()).toBe(kept);
  });

  test('the picture is kept when the clip fails, and the error names it', async () => {
    const work = await aWorkWithScenes(api(), 1);
    const headers = { 'x-image-provider': 'local', 'x-video-provider': 'vendor', 'x-api-key': 'sk-test' };
    vendors.before.video = () => {
      throw new ProviderError('moderated', 'vendor', 'too wild');
    };
    const failed = await api().post(`${work.path}/generate/scene/0`, undefined, { headers });
    vendors.before.video = () => undefined;
    expectError(failed, 502, 'provider_moderated');
    expect(failed.json.details.imageUrl).toBe(`/api${work.path}/media/scene/0/image`);
    expect((await api().raw('GET', `${work.path}/media/scene/0/image`)).status).toBe(200);
    expect((await takesOf(work.path)).map(({ kind }) => kind)).toEqual(['image']);
    jsonOf(await api().post(`${work.path}/generate/scene/0/video`));
    expect((await takesOf(work.path)).map(({ kind }) => kind)).toEqual(['video', 'image']);
  });

  test('direct mode makes exactly as many scenes as assets, whatever sceneCount says', async () => {
    const project = await aProject(api());
    const ids: string[] = [];
    for (const name of ['a.png', 'b.png', 'c.png']) {
      ids.push(jsonOf(await api().upload(`${project.path}/assets`, { field: 'file', bytes: tiny.png, name }), 201).id);
    }
    const brief = {
      selectedAssetIds: ids,
      assetUsageMode: 'direct',
      sceneCount: 5,
      videoDuration: 6,
      productName: 'X',
    };
    const work = jsonOf(await api().post(`${project.path}/works`, brief), 201);
    expect(jsonOf(await api().post(`${project.path}/works/${work.id}/scenario`)).scenes).toHaveLength(3);
  });

  test('in reference mode the description of an asset and its picture reach the models', async () => {
    const project = await aProject(api());
    const file = { field: 'file', bytes: tiny.png, name: 'a.png' };
    const fields = { description: 'A vermilion flask with a cork.' };
    const asset = jsonOf(await api().upload(`${project.path}/assets`, file, fields), 201);
    const brief = {
      selectedAssetIds: [asset.id],
      assetUsageMode: 'reference',
      sceneCount: 1,
      resolution: { width: 64, height: 64 },
    };
    const work = jsonOf(await api().post(`${project.path}/works`, brief), 201);
    const path = `${project.path}/works/${work.id}`;
    const headers = { 'x-llm-provider': 'vendor', 'x-image-provider': 'vendor', 'x-api-key': 'sk-test' };
    jsonOf(await api().post(`${path}/scenario`, undefined, { headers }));
    jsonOf(await api().post(`${path}/generate/scene/0/image`, undefined, { headers }));
    expect(JSON.stringify(vendors.scenarios.at(-1)?.request)).toContain('vermilion flask');
    const sha256 = createHash('sha256').update(tiny.png).digest('hex');
    expect(vendors.images.at(-1)?.request.references).toMatchObject([{ sha256 }]);
  });

  test('?token= opens media', async () => {
    const work = await aWorkWithScenes(api(), 1);
    await upload(`${work.path}/media/scene/0/image`, tiny.png, 'a.png');
    const { token } = jsonOf(await api().post('/tokens', { name: 'x', scopes: ['works:read'] }), 201);
    const answer = await api().raw('GET', `${work.path}/media/scene/0/image?token=${token}`, { as: null });
    expect(answer.status).toBe(200);
    await answer.arrayBuffer();
  });

  test('a gif and a mov are found again after they were uploaded', async () => {
    const work = await aWorkWithScenes(api(), 1);
    const gif = await upload(`${work.path}/media/scene/0/image`, tiny.gif, 'a.gif');
    const mov = await upload(`${work.path}/media/scene/0/video`, tiny.mov, 'a.mov');
    for (const [{ url }, bytes] of [
      [gif, tiny.gif],
      [mov, tiny.mov],
    ] as const) {
      const answer = await api().raw('GET', pathOf(url));
      expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
    }
  });

  test('a png replaced by a jpg serves the jpg', async () => {
    const work = await aWorkWithScenes(api(), 1);
    const path = `${work.path}/media/scene/0/image`;
    for (const [bytes, name, mime] of [
      [tiny.png, 'a.png', 'image/png'],
      [tiny.jpg, 'a.jpg', 'image/jpeg'],
    ] as const) {
      await upload(path, bytes, name);
      const answer = await api().raw('GET', path);
      expect(answer.headers.get('content-type')).toBe(mime);
      expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
    }
  });

  test('an API token mints no token, neither a wider one nor its own like', async () => {
    for (const scopes of [['works:read'], [...SCOPES]]) {
      const { token } = await aToken(api(), api().server.token, scopes);
      expectError(await api().post('/tokens', { name: 'x', scopes: [...SCOPES] }, { as: token }), 403);
      expectError(await api().post('/tokens', { name: 'x', scopes: ['works:read'] }, { as: token }), 403);
    }
  });

  test('an API token is looked up by a plain SHA-256: there is no password hash to compute', async () => {
    const { token, meta } = await aToken(api(), api().server.token, ['works:read']);
    const { kysely } = api().server.world.database;
    const row = await kysely.selectFrom('api_token').selectAll().where('id', '=', meta.id).executeTakeFirstOrThrow();
    expect(row.sha256).toBe(createHash('sha256').update(token).digest('hex'));
    expect(JSON.stringify(row)).not.toContain('$argon2');
    expect(JSON.stringify(row)).not.toContain(token);
  });

  test('an upload is on the disk while it is still coming, and gone when the client goes', async () => {
    const work = await aWork(api());
    const { origin, token, place } = api().server;
    const incoming = join(place.directory, 'files/incoming');
    const sizeOf = (name: string): Promise<number> =>
      stat(join(incoming, name)).then(
        ({ size }) => size,
        () => 0, // it went between the two looks
      );
    const sizes = async (): Promise<number[]> => Promise.all((await readdir(incoming)).map(sizeOf));
    const sending = request(`${origin}/api${work.path}/media/reference`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'multipart/form-data; boundary=x' },
    });
    sending.on('error', () => {});
    sending.write('--x\r\nContent-Disposition: form-data; name="video"; filename="a.mp4"\r\n\r\n');
    const megabytes = 24;
    for (let sent = 0; sent < megabytes; sent++) {
      await new Promise((done) => sending.write(Buffer.alloc(1_000_000, sent), done));
    }
    await until(async () => (await sizes()).some((size) => size > (megabytes - 8) * 1e6));
    sending.destroy();
    await until(async () => (await sizes()).length === 0);
  });

  test('a model that is retired or unknown is passed on as it was named, and never replaced by another', async () => {
    const work = await aWorkWithScenes(api(), 1);
    for (const [model, notes] of [
      ['painter-0', ['painter-0 is retired since 1970-01-01.']],
      ['painter-of-next-year', []],
    ] as const) {
      const headers = { 'x-image-provider': 'vendor', 'x-image-model-id': model, 'x-api-key': 'sk-test' };
      jsonOf(await api().post(`${work.path}/generate/scene/0/image`, undefined, { headers }));
      expect(vendors.images.at(-1)).toMatchObject({ provider: 'vendor', model });
      expect((await takesOf(work.path))[0]).toMatchObject({ model, notes });
    }
  });
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (await isSo()) return;
    await new Promise((done) => setTimeout(done, 25));
  }
  expect.fail('it did not come about');
}
