import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectPresets } from '#domain/project-presets.ts';
import { updateWork } from '#store/works.ts';
import { anEdit, expectInvalid, linesOf, makerOf } from '../../test/made-over-http.ts';
import { openTestServer, type TestServer } from '../../test/open-test-server.ts';
import { newId } from '../../test/stored-rows.ts';

let server: TestServer;
const { ask, aProject, aWork, anAsset, aPicture } = makerOf(() => server);

beforeAll(async () => {
  server = await openTestServer(undefined, 'api'); // nothing is made: what is asked for waits, to be cancelled
});
afterAll(() => server[Symbol.asyncDispose]());

const aText = { text: 'Hi', fontSize: 40, fontColor: 'white', centerX: 0, centerY: 0 };

describe('a project', () => {
  test('is made from its type, what is given wins, and comes back the same', async () => {
    const made = await ask('POST', '/projects', {
      body: { name: 'Lamps', projectType: 'ecommerce', systemPrompt: 'Mine.', styleGuide: { tone: 'calm' } },
    });
    expect(made.status).toBe(201);
    expect(made.headers.get('etag')).toBe('"1"');
    const { styleGuide, analyzerPrompt } = projectPresets.ecommerce;
    expect(made.json).toMatchObject({
      userId: server.world.owner.userId,
      name: 'Lamps',
      systemPrompt: 'Mine.',
      knowledge: '',
      analyzerPrompt,
      styleGuide: { ...styleGuide, tone: 'calm' },
    });
    const read = await ask('GET', `/projects/${made.json.id}`);
    expect(read.json).toEqual(made.json);
    expect(read.headers.get('etag')).toBe('"1"');
  });

  test.each([
    [{ projectType: 'comedy' }, 'projectType'],
    [{ prompt: 'x' }, '"prompt"'],
    [{ styleGuide: { color_palette: ['red'] } }, 'styleGuide.color_palette.0'],
    [{ styleGuide: { colours: [] } }, '"colours"'],
    [{ name: '' }, 'name'],
  ])('with %j is refused, naming what is wrong', async (body, reason) => {
    expectInvalid(await ask('POST', '/projects', { body }), reason);
  });

  test('lists the colours, what to show and what not, also where there are none', async () => {
    const { path, id } = await aProject();
    const lists = { color_palette: [], must_include: [] };
    expect((await ask('GET', path)).json.styleGuide).toMatchObject(lists);
    const { json } = await ask('PUT', path, { body: { styleGuide: { tone: 'dry' } } });
    expect(json, 'taken as a whole').toMatchObject({ id, styleGuide: { tone: 'dry', ...lists, must_avoid: [] } });
    expect(json.styleGuide).not.toHaveProperty('brand_voice');
  });

  test('a name-only PUT keeps the style guide and prompts', async () => {
    const { path } = await aProject({ projectType: 'news', systemPrompt: 'Mine.', knowledge: 'Facts.' });
    const before = (await ask('GET', path)).json;
    const after = await ask('PUT', path, { body: { name: 'Renamed' } });
    expect(after.status).toBe(200);
    expect(after.headers.get('etag')).toBe('"2"');
    expect(after.json).toEqual({ ...before, name: 'Renamed', updatedAt: expect.any(Number) });
    expect(after.json.updatedAt).toBeGreaterThan(before.updatedAt);
    expect((await ask('GET', path)).json).toEqual(after.json);
  });

  test('sent back as it was read changes nothing', async () => {
    const { path } = await aProject({ projectType: 'saas' });
    const before = (await ask('GET', path)).json;
    const after = await ask('PUT', path, { body: before });
    expect(after.json).toEqual({ ...before, updatedAt: after.json.updatedAt });
  });

  test('null goes back to what the type brings along, and unsets the knowledge', async () => {
    const { path } = await aProject({ projectType: 'social', systemPrompt: 'Mine.', knowledge: 'Facts.' });
    const body = { projectType: 'news', systemPrompt: null, knowledge: null, styleGuide: null };
    const { json } = await ask('PUT', path, { body });
    const { systemPrompt, styleGuide } = projectPresets.news;
    expect(json).toMatchObject({ projectType: 'news', systemPrompt, knowledge: '', styleGuide });
    expect(json.imageSystemPrompt).toBe(projectPresets.social.imageSystemPrompt);
  });

  test('what is wrong in a change is named, and nothing is changed', async () => {
    const { path } = await aProject({ name: 'Lamps' });
    const before = (await ask('GET', path)).json;
    expectInvalid(await ask('PUT', path, { body: { name: null } }), 'name');
    expectInvalid(await ask('PUT', path, { body: { name: 'X', colour: 'red' } }), '"colour"');
    expectInvalid(await ask('PUT', path, { body: { id: newId('project'), name: 'X' } }), 'id');
    expect((await ask('GET', path)).json).toEqual(before);
  });

  test('an older state is not written over a newer one', async () => {
    const { path } = await aProject();
    await ask('PUT', path, { body: { name: 'First' }, headers: { 'if-match': '"1"' } });
    const late = await ask('PUT', path, { body: { name: 'Late' }, headers: { 'if-match': '"1"' } });
    expect(late.status).toBe(412);
    expect(late.json.code).toBe('stale');
    expect((await ask('GET', path)).json.name).toBe('First');
  });

  test('is not deleted, nor is a work of it, by who has seen an older state', async () => {
    const project = await aProject();
    const work = await aWork({}, project);
    for (const { path } of [work, project]) {
      const seen = (await ask('GET', path)).headers.get('etag') ?? '';
      const after = await ask('PUT', path, { body: { name: 'Changed since' } });
      const stale = await ask('DELETE', path, { headers: { 'if-match': seen } });
      expect([stale.status, stale.json.code]).toEqual([412, 'stale']);
      expect((await ask('GET', path)).json).toEqual(after.json);
      const headers = { 'if-match': after.headers.get('etag') ?? '' };
      expect((await ask('DELETE', path, { headers })).status).toBe(204);
      expect((await ask('DELETE', path, { headers })).status).toBe(404);
    }
  });

  test('is deleted once, with its works', async () => {
    const project = await aProject();
    const work = await aWork({}, project);
    expect((await ask('DELETE', project.path)).status).toBe(204);
    expect((await ask('DELETE', project.path)).status).toBe(404);
    expect((await ask('GET', project.path)).status).toBe(404);
    expect((await ask('GET', work.path)).status).toBe(404);
    expect((await ask('GET', `${project.path}/works`)).status).toBe(404);
  });
});

describe('a work', () => {
  test('a new one has every documented key, empty or null where nothing was said', async () => {
    const project = await aProject({ projectType: 'educational' });
    const preset = projectPresets.educational;
    const work = await aWork({}, project);
    expect(work.json).toEqual({
      id: work.id,
      projectId: project.id,
      name: 'New video',
      mode: null,
      productName: null,
      productDescription: null,
      targetAudience: null,
      language: null,
      videoDuration: null,
      sceneCount: null,
      selectedAssetIds: [],
      assetUsageMode: null,
      resolution: { width: 1080, height: 1920 },
      styleGuide: null,
      currentStep: 0,
      hasReferenceVideo: false,
      systemPrompt: preset.systemPrompt,
      analyzerPrompt: preset.analyzerPrompt,
      imageSystemPrompt: preset.imageSystemPrompt,
      videoSystemPrompt: preset.videoSystemPrompt,
      analysis: null,
      scenes: [],
      generatedScenes: [],
      editorState: { exportSettings: { width: 1080, height: 1920, fps: 30 } },
      createdAt: expect.any(Number),
      updatedAt: work.json.createdAt,
    });
    expect((await ask('GET', work.path)).json).toEqual(work.json);
  });

  test('every documented field of the request is applied', async () => {
    const project = await aProject();
    const assets = [await anAsset(project.id, 'logo'), await anAsset(project.id, 'product')];
    const body = {
      name: 'My Video',
      mode: 'content_remix',
      productName: 'EcoBottle',
      productDescription: 'Eco-friendly bottle',
      targetAudience: 'Consumers',
      language: 'en',
      videoDuration: 30,
      sceneCount: 5,
      selectedAssetIds: assets,
      assetUsageMode: 'direct',
      resolution: { width: 1920, height: 1080 },
    };
    const { json } = await aWork(body, project);
    expect(json).toMatchObject(body);
    expect(json.editorState).toEqual({ exportSettings: { width: 1920, height: 1080, fps: 30 } });
  });

  test('is called after its product where it has no name, and null is as good as nothing', async () => {
    const { json, path } = await aWork({ productName: `${'x'.repeat(199)}😀 and more`, mode: null, resolution: null });
    expect(json).toMatchObject({ name: 'x'.repeat(199), mode: null, resolution: { width: 1080, height: 1920 } });
    expect((await ask('PUT', path, { body: json })).status, 'its name may be sent back').toBe(200);
  });

  test.each([
    [{ resolution: { width: 1081, height: 1920 } }, 'resolution.width: expected an even number'],
    [{ resolution: { width: 1080 } }, 'resolution.height'],
    [{ mode: 'remix' }, 'mode'],
    [{ sceneCount: 0 }, 'sceneCount'],
    [{ videoDuration: '30' }, 'videoDuration'],
    [{ language: 'English, please' }, 'language'],
    [{ selectedAssetIds: [{ $ne: null }] }, 'selectedAssetIds.0'],
    [{ generatedScenes: [], brief: 'x' }, '"brief"'],
  ])('with %j is refused, naming what is wrong', async (body, reason) => {
    const { path } = await aProject();
    expectInvalid(await ask('POST', `${path}/works`, { body }), reason);
    expect((await ask('GET', `${path}/works`)).json).toEqual([]);
  });

  test('takes only assets of its project, and says which are not', async () => {
    const [here, there] = [await aProject(), await aProject()];
    const [own, foreign] = [await anAsset(here.id, 'own'), await anAsset(there.id, 'foreign')];
    const body = { selectedAssetIds: [own, foreign] };
    const refused = await ask('POST', `${here.path}/works`, { body });
    expectInvalid(refused, foreign);
    expect(refused.text).not.toContain(own);
    const work = await aWork({ selectedAssetIds: [own] }, here);
    expectInvalid(await ask('PUT', work.path, { body }), foreign);
    expect((await ask('GET', work.path)).json.selectedAssetIds).toEqual([own]);
  });

  test('a name-only PUT keeps everything else, and updatedAt strictly rises', async () => {
    const work = await aWork({ styleGuide: { tone: 'dry' }, systemPrompt: 'Mine.', language: 'tr' });
    let last = work.json;
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      const { json } = await ask('PUT', work.path, { body: { name } });
      expect(json).toEqual({ ...last, name, updatedAt: json.updatedAt });
      expect(json.updatedAt).toBeGreaterThan(last.updatedAt);
      last = json;
    }
    expect((await ask('GET', work.path)).json).toEqual(last);
  });

  test('sent back as it was read changes nothing, and what it inherits stays inherited', async () => {
    const project = await aProject({ projectType: 'saas' });
    const asset = await anAsset(project.id, 'gone soon');
    const work = await aWork({ selectedAssetIds: [asset], imageSystemPrompt: 'Own.' }, project);
    await ask('PUT', work.path, { body: { scenes: linesOf('a', 'b'), analysis, currentStep: 4 } });
    await ask('PUT', work.path, { body: { editorState: anEdit } });
    await server.world.database.kysely.deleteFrom('asset').where('id', '=', asset).execute();
    const read = await ask('GET', work.path);
    const back = await ask('PUT', work.path, { body: read.text });
    expect(back.text.replace(/"updatedAt":\d+/, '')).toBe(read.text.replace(/"updatedAt":\d+/, ''));
    await ask('PUT', project.path, { body: { systemPrompt: 'Changed.', imageSystemPrompt: 'Changed too.' } });
    expect((await ask('GET', work.path)).json).toMatchObject({ systemPrompt: 'Changed.', imageSystemPrompt: 'Own.' });
  });

  test('null unsets, and a prompt is the project’s again', async () => {
    const project = await aProject();
    const work = await aWork({ mode: 'style_transfer', language: 'en', systemPrompt: 'Mine.' }, project);
    await ask('PUT', work.path, { body: { analysis, styleGuide: { tempo: 'fast' }, editorState: anEdit } });
    const unset = { mode: null, language: null, analysis: null, styleGuide: null };
    const { json } = await ask('PUT', work.path, { body: { ...unset, systemPrompt: null, editorState: null } });
    expect(json).toMatchObject({ ...unset, systemPrompt: projectPresets.blank.systemPrompt });
    expect(json.editorState).toEqual(work.json.editorState);
  });

  test.each([
    [{ name: null }, 'name'],
    [{ name: '  ' }, 'name'],
    [{ scenes: null }, 'scenes'],
    [{ colour: 'red' }, '"colour"'],
    [{ id: 'work_0' }, 'id'],
    [{ projectId: 'proj_0' }, 'projectId'],
    [{ currentStep: -1 }, 'currentStep'],
    [{ resolution: { width: 10, height: 11 } }, 'resolution'],
    [{ analysis: { scene_count: 1 } }, 'analysis'],
    [{ scenes: [{ ...linesOf('a')[0], duration_seconds: 0 }] }, 'scenes.0.duration_seconds'],
    [{ scenes: [{ ...linesOf('a')[0], camera: 'left' }] }, '"camera"'],
    [{ scenes: [{ ...linesOf('a')[0], transition: 'star spin' }] }, 'scenes.0.transition'],
    [{ scenes: linesOf(...Array.from({ length: 201 }, String)) }, 'scenes'],
    [{ editorState: { exportSettings: { width: 1080, height: 1920, fps: 0 } } }, 'editorState.exportSettings.fps'],
    [
      { editorState: { editorData: { videoTrack: [{ id: 'a', start: 2, end: 1 }], textTrack: [] } } },
      'editorState: a ends before it begins',
    ],
    [{ editorState: { audioUrl: 'https://example.com/song.mp3' } }, 'editorState.audioUrl: upload'],
    [{ editorState: { textOverlays: { t: { ...aText, fontColor: '/etc/passwd' } } } }, 'textOverlays.t.fontColor'],
  ])('a change with %j is refused, and nothing is changed', async (body, reason) => {
    const work = await aWork({ name: 'Kept' });
    const { ...changes } = body as object;
    expectInvalid(await ask('PUT', work.path, { body: { language: 'en', ...changes } }), reason);
    expect((await ask('GET', work.path)).json).toEqual(work.json);
  });

  test('what only the server writes is ignored', async () => {
    const work = await aWork();
    const generatedScenes = [{ sceneIndex: 0, status: 'done', imageUrl: 'https://example.com/x.png' }];
    const body = { generatedScenes, hasReferenceVideo: true, createdAt: 1, updatedAt: 1, status: 'done', userId: 'me' };
    const { json } = await ask('PUT', work.path, { body });
    expect(json).toEqual({ ...work.json, updatedAt: json.updatedAt });
  });

  test('an older state is not written over a newer one, while what the server finds out is no change', async () => {
    const work = await aWork();
    const put = (name: string, tag: string) => ask('PUT', work.path, { body: { name }, headers: { 'if-match': tag } });
    await updateWork(server.world.database.kysely, work.id, { currentStep: 2 }, { by: 'server' });
    const first = await put('First', '"1"');
    expect(first.status).toBe(200);
    expect((await put('Late', '"1"')).status).toBe(412);
    expect((await put('Next', first.headers.get('etag') ?? '')).json).toMatchObject({ name: 'Next', currentStep: 2 });
  });

  test('two changes at once are both kept where they are of different fields', async () => {
    const work = await aWork();
    await Promise.all([
      ask('PUT', work.path, { body: { scenes: linesOf('a', 'b') } }),
      ask('PUT', work.path, { body: { language: 'de' } }),
      ask('PUT', work.path, { body: { styleGuide: { tone: 'dry' } } }),
    ]);
    const { json } = await ask('GET', work.path);
    expect(json).toMatchObject({ language: 'de', styleGuide: { tone: 'dry' }, scenes: [{}, {}] });
  });
});

describe('lists', () => {
  test('a list of works says what each shows', async () => {
    const project = await aProject();
    const [empty, shown] = [await aWork({ name: 'Empty' }, project), await aWork({ name: 'Shown' }, project)];
    await ask('PUT', shown.path, { body: { scenes: linesOf('a', 'b') } });
    await aPicture(shown.id, 1);
    const { json } = await ask('GET', `${project.path}/works`);
    expect(json).toMatchObject([
      {
        id: shown.id,
        projectId: project.id,
        name: 'Shown',
        mode: null,
        currentStep: 0,
        poster: `/api${shown.path}/scenes/1/poster`,
        counts: { scenes: 2, images: 1, videos: 0 },
      },
      { id: empty.id, poster: null, counts: { scenes: 0, images: 0, videos: 0 } },
    ]);
  });

  test('in pages they hold everything once, however many come in between', async () => {
    const project = await aProject();
    for (let count = 0; count < 5; count++) await aWork({ name: `w${count}` }, project);
    const names: string[] = [];
    let path: string | null = '/works?limit=2';
    while (path !== null) {
      const page = await ask('GET', `${project.path}${path}`);
      names.push(...page.json.map((work: { name: string }) => work.name));
      const cursor = page.headers.get('x-next-cursor');
      path = cursor === null ? null : `/works?limit=2&cursor=${cursor}`;
      if (cursor !== null) expect(page.headers.get('link')).toContain(`cursor=${cursor}`);
      await aWork({ name: 'new' }, project);
    }
    expect(names).toEqual(['w4', 'w3', 'w2', 'w1', 'w0']);
    const projects = await ask('GET', '/projects?limit=1');
    const next = await ask('GET', `/projects?limit=1000&cursor=${projects.headers.get('x-next-cursor')}`);
    const all = await ask('GET', '/projects');
    expect([...projects.json, ...next.json]).toEqual(all.json);
    expect(all.headers.get('x-next-cursor')).toBeNull();
  });

  test.each(['limit=0', 'limit=1001', 'limit=ten', 'cursor=nonsense', 'cursor=MS5wcm9qXzA%3D', 'sort=name'])(
    'with %s is refused',
    async (query) => {
      expectInvalid(await ask('GET', `/projects?${query}`), query.split('=')[0] ?? '');
    },
  );
});

const analysis = {
  scene_count: 1,
  overall_tone: 'calm',
  color_palette: ['#112233'],
  tempo: 'slow',
  has_text_overlay: false,
  scenes: [{ index: 1, duration_seconds: 3, description: 'a lamp', transition: 'cut', camera_movement: 'still' }],
};
