import { expect, test } from 'vitest';
import { aProject, aScene, aWork, aWorkIn, aWorkWithScenes, expectError, jsonOf, type Api } from '../api.ts';
import { tiny } from '../tiny-media.ts';

/** Of spec/works-api.txt, "Work object (summary)". */
const DOCUMENTED = (
  'id, projectId, name, mode, productName, productDescription, targetAudience, language, videoDuration, sceneCount, ' +
  'selectedAssetIds, assetUsageMode, resolution, currentStep, hasReferenceVideo, systemPrompt, analyzerPrompt, ' +
  'imageSystemPrompt, videoSystemPrompt, analysis, scenes, generatedScenes, editorState, createdAt, updatedAt'
).split(', ');

/** spec/works-api.txt, and the paragraph of API.md on the work object. */
export function worksPage(api: () => Api): void {
  test('POST works with the documented body applies every field and answers 201', async () => {
    const project = await aProject(api());
    const upload = async (name: string): Promise<string> =>
      jsonOf(await api().upload(`${project.path}/assets`, { field: 'file', bytes: tiny.png, name }), 201).id;
    const body = {
      name: 'My Video',
      mode: 'content_remix',
      productName: 'EcoBottle',
      productDescription: 'Eco-friendly bottle',
      targetAudience: 'Consumers',
      language: 'en',
      videoDuration: 30,
      sceneCount: 5,
      selectedAssetIds: [await upload('logo.png'), await upload('product1.png')],
      assetUsageMode: 'direct',
      resolution: { width: 1080, height: 1920 },
    };
    const work = jsonOf(await api().post(`${project.path}/works`, body), 201);
    expect(work).toMatchObject({ ...body, projectId: project.id });
    expect(jsonOf(await api().get(`${project.path}/works/${work.id}`))).toEqual(work);
  });

  test('a new work has every documented key, null where unset, and begins empty', async () => {
    const project = await aProject(api());
    const work = jsonOf(await api().post(`${project.path}/works`, {}), 201);
    expect(Object.keys(work)).toEqual(expect.arrayContaining(DOCUMENTED));
    expect(work).toMatchObject({
      mode: null,
      productName: null,
      productDescription: null,
      targetAudience: null,
      language: null,
      videoDuration: null,
      sceneCount: null,
      analysis: null,
      scenes: [],
      generatedScenes: [],
      currentStep: 0,
      hasReferenceVideo: false,
      resolution: { width: 1080, height: 1920 },
    });
    expect(work.id).toMatch(/^work_/);
  });

  test.each([
    ['Portrait 9:16', 1080, 1920],
    ['Landscape 16:9', 1920, 1080],
    ['Square 1:1', 1080, 1080],
  ])('%s is stored, and exportSettings begin with it', async (_, width, height) => {
    const project = await aProject(api());
    const work = jsonOf(await api().post(`${project.path}/works`, { resolution: { width, height } }), 201);
    expect(work.resolution).toEqual({ width, height });
    expect(work.editorState.exportSettings).toMatchObject({ width, height, fps: 30 });
  });

  test('a new work inherits the prompts and instructions of its project', async () => {
    const prompts = { systemPrompt: 'S', analyzerPrompt: 'A', imageSystemPrompt: 'I', videoSystemPrompt: 'V' };
    const project = await aProject(api(), prompts);
    expect(jsonOf(await api().post(`${project.path}/works`, {}), 201)).toMatchObject(prompts);
  });

  test.each([
    ['an unknown mode', { mode: 'opera' }],
    ['an unknown asset usage', { assetUsageMode: 'sometimes' }],
    ['a length that is no number', { videoDuration: '30' }],
    ['assets that are not this project’s', { selectedAssetIds: ['asset_nowhere'] }],
    ['ids as operators', { selectedAssetIds: [{ $ne: null }] }],
    ['a resolution of one side', { resolution: { width: 1080 } }],
    ['an unknown field', { nmae: 'x' }],
  ])('POST works refuses %s', async (_, body) => {
    const project = await aProject(api());
    expectError(await api().post(`${project.path}/works`, body), 400);
    expect(jsonOf(await api().get(`${project.path}/works`))).toEqual([]);
  });

  test('GET works lists id, projectId, name, updatedAt, and ours', async () => {
    const work = await aWork(api());
    const [listed] = jsonOf(await api().get(`${work.project.path}/works`));
    expect(listed).toMatchObject({ id: work.id, projectId: work.project.id, currentStep: 0 });
    for (const key of ['name', 'updatedAt', 'mode', 'poster', 'counts']) expect(listed).toHaveProperty(key);
    expect(listed).not.toHaveProperty('scenes');
  });

  test('PUT merges: a name alone keeps style guide, prompts, scenes and edit; null clears', async () => {
    const work = await aWorkWithScenes(api());
    const style = { tone: 'calm', color_palette: ['#112233'] };
    const analysis = {
      scene_count: 1,
      overall_tone: 'calm',
      color_palette: ['#112233'],
      tempo: 'slow',
      has_text_overlay: false,
      scenes: [{ index: 1, duration_seconds: 2, description: 'a lake', transition: 'cut', camera_movement: 'static' }],
    };
    const fields = { styleGuide: style, systemPrompt: 'Mine.', currentStep: 2, targetAudience: 'hikers', analysis };
    const before = jsonOf(await api().put(work.path, fields));
    expect(before).toMatchObject(fields);
    const after = jsonOf(await api().put(work.path, { name: 'Renamed' }));
    expect({ ...after, updatedAt: 0 }).toEqual({ ...before, name: 'Renamed', updatedAt: 0 });
    expect(after.updatedAt).toBeGreaterThan(before.updatedAt);
    expect(jsonOf(await api().put(work.path, { targetAudience: null })).targetAudience).toBeNull();
  });

  test('a GET can be PUT back: server-owned fields are ignored and nothing changes', async () => {
    const work = await aWorkWithScenes(api());
    await api().upload(`${work.path}/media/scene/0/image`, { field: 'file', bytes: tiny.png, name: 'a.png' });
    const before = jsonOf(await api().get(work.path));
    const after = jsonOf(await api().put(work.path, before));
    expect({ ...after, updatedAt: 0 }).toEqual({ ...before, updatedAt: 0 });
    const spoofed = {
      hasReferenceVideo: true,
      createdAt: 1,
      generatedScenes: [{ sceneIndex: 0, status: 'done', videoUrl: '/api/x' }],
    };
    const kept = jsonOf(await api().put(work.path, spoofed));
    expect({ ...kept, updatedAt: 0 }).toEqual({ ...before, updatedAt: 0 });
  });

  test('PUT refuses ids of another path and names unknown fields; nothing is half saved', async () => {
    const work = await aWork(api());
    const before = jsonOf(await api().get(work.path));
    for (const body of [
      { id: 'work_another' },
      { projectId: 'proj_another' },
      { name: 'x', nmae: 'y' },
      { name: null },
    ]) {
      expectError(await api().put(work.path, body), 400);
    }
    expect((await api().put(work.path, { nmae: 'y' })).text).toContain('nmae');
    expect(jsonOf(await api().get(work.path))).toEqual(before);
  });

  test('PUT of scenes: stored in their order, negative_prompt "" when null, stable ids, takes kept when moved', async () => {
    const work = await aWork(api());
    const scenes = [aScene(0), aScene(1, { negative_prompt: null, text_overlay: 'Hello' }), aScene(2)];
    const stored = jsonOf(await api().put(work.path, { scenes })).scenes;
    expect(stored.map((scene: { scene_index: number }) => scene.scene_index)).toEqual([0, 1, 2]);
    expect(stored[1]).toMatchObject({ negative_prompt: '', text_overlay: 'Hello', transition: 'cut' });
    expect(new Set(stored.map((scene: { id: string }) => scene.id)).size).toBe(3);
    await api().upload(`${work.path}/media/scene/2/image`, { field: 'file', bytes: tiny.png, name: 'a.png' });
    const moved = [2, 0].map((from, index) => ({ ...stored[from], scene_index: index }));
    const after = jsonOf(await api().put(work.path, { scenes: moved }));
    expect(after.scenes.map((scene: { id: string }) => scene.id)).toEqual([stored[2].id, stored[0].id]);
    expect(after.generatedScenes[0]).toMatchObject({ sceneIndex: 0, status: 'image_ready' });
    expect(after.generatedScenes[1]).toMatchObject({ sceneIndex: 1, status: 'pending' });
  });

  test('PUT of an edit: stored and answered in seconds, unknown keys kept, what is wrong named by its path', async () => {
    const work = await aWorkWithScenes(api());
    const clip = (index: number) => ({ id: `clip-${index}`, start: index, end: index + 1, sceneIndex: index });
    const editorState = {
      editorData: {
        videoTrack: [{ ...clip(0), transitionType: 'fade', transitionDuration: 0.4 }, clip(1)],
        textTrack: [{ id: 't1', start: 0.5, end: 1.5 }],
        imageTrack: [],
        audioTrack: [],
      },
      textOverlays: {
        t1: { text: "It's 100% cold: \\o/", fontSize: 20, fontColor: '#ff0000', centerX: 0, centerY: 10 },
      },
      imageOverlays: {},
      audioVolume: 0.5,
      exportSettings: { width: 96, height: 128, fps: 30 },
      mine: { zoom: 3 },
    };
    const saved = jsonOf(await api().put(work.path, { editorState })).editorState;
    expect(saved).toMatchObject(editorState);
    expect(jsonOf(await api().put(work.path, { editorState: saved })).editorState).toEqual(saved);
    const bad = await api().put(work.path, { editorState: { ...editorState, audioVolume: 'loud' } });
    expectError(bad, 400);
    expect(bad.text).toContain('editorState.audioVolume');
  });

  test('ETag and If-Match: the second of two editors is told, 412', async () => {
    const work = await aWork(api());
    const etag = (await api().get(work.path)).headers.get('etag') ?? '';
    expect(etag).toMatch(/^"\d+"$/);
    jsonOf(await api().put(work.path, { name: 'A' }, { headers: { 'if-match': etag } }));
    expectError(await api().put(work.path, { name: 'B' }, { headers: { 'if-match': etag } }), 412, 'stale');
    jsonOf(await api().put(work.path, { name: 'C' }, { headers: { 'if-match': '*' } }));
  });

  test('DELETE answers 204 and twice 404; a work is not found under another project', async () => {
    const work = await aWork(api());
    const other = await aProject(api());
    expectError(await api().get(`${other.path}/works/${work.id}`), 404);
    expectError(await api().del(`${other.path}/works/${work.id}`), 404);
    expect((await api().del(work.path)).status).toBe(204);
    expectError(await api().del(work.path), 404);
    expectError(await api().get(work.path), 404);
  });

  test('updatedAt strictly rises through saves in one millisecond', async () => {
    const project = await aProject(api());
    const work = await aWorkIn(api(), project);
    let last = jsonOf(await api().get(work.path)).updatedAt;
    for (let save = 0; save < 5; save++) {
      const { updatedAt } = jsonOf(await api().put(work.path, { name: `N${save}` }));
      expect(updatedAt).toBeGreaterThan(last);
      last = updatedAt;
    }
  });
}
