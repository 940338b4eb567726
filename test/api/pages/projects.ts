import { expect, test } from 'vitest';
import { aProject, aWorkIn, expectError, jsonOf, type Api } from '../api.ts';
import { tiny } from '../tiny-media.ts';

const TYPES = ['blank', 'saas', 'news', 'social', 'ecommerce', 'educational'];
const KEYS = [
  'id',
  'userId',
  'name',
  'projectType',
  'systemPrompt',
  'knowledge',
  'styleGuide',
  'analyzerPrompt',
  'imageSystemPrompt',
  'videoSystemPrompt',
  'createdAt',
  'updatedAt',
];

/** The rows of "Projects", and the rules over all of it as they show on one. */
export function projectsPage(api: () => Api): void {
  test('POST /projects takes nothing at all and answers 201 with every documented field', async () => {
    const project = jsonOf(await api().post('/projects', {}), 201);
    expect(Object.keys(project).toSorted()).toEqual(KEYS.toSorted());
    expect(project).toMatchObject({ id: expect.stringMatching(/^proj_/), userId: expect.stringMatching(/^user_/) });
    expect(Date.now() - project.createdAt).toBeLessThan(60_000);
  });

  test.each(TYPES)('a project of type %s brings prompts and a style guide; explicit fields override', async (type) => {
    const project = jsonOf(await api().post('/projects', { projectType: type, systemPrompt: 'Mine.' }), 201);
    expect(project).toMatchObject({ projectType: type, systemPrompt: 'Mine.' });
    if (type === 'blank') return;
    for (const key of ['analyzerPrompt', 'imageSystemPrompt', 'videoSystemPrompt']) {
      expect(project[key].length, key).toBeGreaterThan(40);
    }
    expect(project.styleGuide).toMatchObject({
      tone: expect.any(String),
      tempo: expect.stringMatching(/fast|medium|slow/),
    });
    for (const colour of project.styleGuide.color_palette) expect(colour).toMatch(/^#[0-9a-f]{3,6}$/i);
  });

  test('an unknown type is a 400', async () => {
    expectError(await api().post('/projects', { projectType: 'opera' }), 400);
  });

  test('GET /projects lists id, userId, name, projectType, updatedAt', async () => {
    const { id } = await aProject(api());
    const list = jsonOf(await api().get('/projects'));
    const one = list.find((project: { id: string }) => project.id === id);
    expect(Object.keys(one)).toEqual(expect.arrayContaining(['id', 'userId', 'name', 'projectType', 'updatedAt']));
  });

  test('POST …/works/:id/style-guide saves what was seen in the reference as the project’s style, and keeps the rest', async () => {
    const said = { tone: 'loud', brand_voice: 'Plain.', must_avoid: ['slang'] };
    const project = await aProject(api(), { styleGuide: said });
    const { styleGuide } = jsonOf(await api().get(project.path));
    const work = await aWorkIn(api(), project);
    expectError(await api().post(`${work.path}/style-guide`), 409, 'work_has_no_analysis');
    expect(jsonOf(await api().get(project.path)).styleGuide).toEqual(styleGuide);
    const shot = {
      index: 1,
      duration_seconds: 2,
      description: 'A lake.',
      transition: 'cut',
      camera_movement: 'Push in',
    };
    const seen = { overall_tone: 'calm', color_palette: ['#0A7D5C', 'green'], tempo: 'slow', has_text_overlay: false };
    jsonOf(await api().put(work.path, { analysis: { ...seen, scene_count: 1, scenes: [shot] } }));
    const saved = await api().post(`${work.path}/style-guide`);
    expect(jsonOf(saved).styleGuide).toEqual({
      ...styleGuide,
      tone: 'calm',
      color_palette: ['#0a7d5c'],
      tempo: 'slow',
      camera_style: 'push in',
    });
    const stored = await api().get(project.path);
    expect(stored.json).toEqual(saved.json);
    expect(saved.headers.get('etag'), 'of what is stored').toBe(stored.headers.get('etag'));
  });

  test('GET and PUT /projects/:id: PUT merges, null clears an optional field, the answer is what is stored', async () => {
    const { path } = await aProject(api(), {
      knowledge: 'Made of steel.',
      styleGuide: { tone: 'calm', tempo: 'slow' },
    });
    const before = jsonOf(await api().get(path));
    const after = jsonOf(await api().put(path, { name: 'Renamed' }));
    expect(after).toEqual({ ...before, name: 'Renamed', updatedAt: after.updatedAt });
    expect(after.updatedAt).toBeGreaterThan(before.updatedAt);
    expect(jsonOf(await api().get(path))).toEqual(after);
    const cleared = jsonOf(await api().put(path, { knowledge: null }));
    expect(cleared.knowledge === '' || cleared.knowledge === null).toBe(true);
    expect(cleared.styleGuide).toEqual(before.styleGuide);
  });

  test('a GET can be PUT back and changes nothing; an id that is not the path’s is refused; an unknown field is named', async () => {
    const { path } = await aProject(api());
    const before = jsonOf(await api().get(path));
    const after = jsonOf(await api().put(path, before));
    expect({ ...after, updatedAt: 0 }).toEqual({ ...before, updatedAt: 0 });
    const spoofed = jsonOf(await api().put(path, { userId: 'user_somebody', createdAt: 1, updatedAt: 2 }));
    expect(spoofed).toMatchObject({ userId: before.userId, createdAt: before.createdAt });
    expectError(await api().put(path, { id: 'proj_another' }), 400);
    const unknown = await api().put(path, { nmae: 'x' });
    expectError(unknown, 400);
    expect(unknown.text).toContain('nmae');
  });

  test('an ETag names the revision; If-Match refuses a lost update; If-None-Match answers 304', async () => {
    const { path } = await aProject(api());
    const etag = (await api().get(path)).headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[^"]+"$/);
    expect((await api().get(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
    const saved = await api().put(path, { name: 'First' }, { headers: { 'if-match': etag } });
    expect(saved.status).toBe(200);
    expect(saved.headers.get('etag')).not.toBe(etag);
    expectError(await api().put(path, { name: 'Second' }, { headers: { 'if-match': etag } }), 412, 'stale');
    expect(jsonOf(await api().get(path)).name).toBe('First');
  });

  test('DELETE /projects/:id answers 204, twice 404, and takes works, templates, assets and media with it', async () => {
    const project = await aProject(api());
    const work = await aWorkIn(api(), project);
    const file = { field: 'file', bytes: tiny.png, name: 'red.png' };
    const asset = jsonOf(await api().upload(`${project.path}/assets`, file), 201);
    const content = { textOverlays: [], imageOverlays: [] };
    const template = jsonOf(await api().post(`${project.path}/templates`, { name: 'T', content }), 201);
    expect((await api().del(project.path)).status).toBe(204);
    expectError(await api().del(project.path), 404);
    for (const path of [
      project.path,
      work.path,
      `${project.path}/works`,
      `${project.path}/assets/${asset.id}`,
      `${project.path}/templates/${template.id}`,
    ]) {
      expectError(await api().get(path), 404);
    }
  });

  test('lists answer in full without limit, and in pages with one', async () => {
    const project = await aProject(api());
    const ids: string[] = [];
    for (let index = 0; index < 5; index++) ids.push((await aWorkIn(api(), project, { name: `W${index}` })).id);
    const whole = jsonOf(await api().get(`${project.path}/works`)).map((work: { id: string }) => work.id);
    expect(whole.toSorted()).toEqual(ids.toSorted());
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? 'limit=2' : `limit=2&cursor=${encodeURIComponent(cursor)}`;
      const answer = await api().get(`${project.path}/works?${query}`);
      const page: { id: string }[] = jsonOf(answer);
      expect(page.length).toBeLessThanOrEqual(2);
      seen.push(...page.map((work) => work.id));
      cursor = answer.headers.get('x-next-cursor');
      expect(answer.headers.get('link') === null).toBe(cursor === null);
    } while (cursor !== null);
    expect(seen).toEqual(whole);
    expectError(await api().get(`${project.path}/works?limit=2&cursor=nonsense`), 400);
    for (const limit of ['0', '-1', 'x', '99999']) {
      expectError(await api().get(`${project.path}/works?limit=${limit}`), 400);
    }
  });
}
