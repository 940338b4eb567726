import { expect, test } from 'vitest';
import { aProject, aWorkWithScenes, expectError, jsonOf, type Api } from '../api.ts';

/** A template with one text over the first half, and one at absolute seconds. */
const CONTENT = {
  textOverlays: [
    {
      id: 'headline',
      text: 'Hello {{name}}, {{other}}',
      fontSize: 40,
      fontColor: '#ffffff',
      centerX: 0,
      centerY: -100,
      timingMode: 'relative',
      startPercent: 0,
      endPercent: 50,
    },
    {
      id: 'footer',
      text: 'Now',
      fontSize: 20,
      fontColor: '#000000',
      centerX: 10,
      centerY: 200,
      timingMode: 'absolute',
      startSeconds: 1,
      endSeconds: 2,
    },
  ],
  imageOverlays: [
    {
      id: 'logo',
      assetId: 'asset_nowhere',
      width: 50,
      height: 50,
      centerX: 0,
      centerY: 0,
      opacity: 0.5,
      rotation: 45,
      timingMode: 'relative',
      startPercent: 0,
      endPercent: 100,
    },
  ],
  defaultTransition: { type: 'fade', duration: 0.5 },
};

/** "Templates" of API.md. */
export function templatesPage(api: () => Api): void {
  const aTemplate = async (path: string, fields: object = {}) =>
    jsonOf(await api().post(`${path}/templates`, { name: 'Hello', content: CONTENT, ...fields }), 201);

  test('POST answers 201 with the whole template; GET lists it with its counts', async () => {
    const project = await aProject(api());
    const template = await aTemplate(project.path, { description: 'Greets.', tags: ['intro'] });
    expect(template).toMatchObject({ name: 'Hello', description: 'Greets.', tags: ['intro'], content: CONTENT });
    expect(jsonOf(await api().get(`${project.path}/templates/${template.id}`))).toEqual(template);
    const listed = jsonOf(await api().get(`${project.path}/templates`));
    expect(listed.count).toBe(1);
    expect(listed.templates[0]).toMatchObject({
      id: template.id,
      name: 'Hello',
      description: 'Greets.',
      tags: ['intro'],
      createdAt: expect.any(Number),
      updatedAt: expect.any(Number),
      textOverlayCount: 2,
      imageOverlayCount: 1,
      hasExportSettings: false,
    });
    expect(listed.templates[0]).not.toHaveProperty('content');
  });

  test('PUT merges, DELETE answers 204 and twice 404, a thumbnail is a picture', async () => {
    const project = await aProject(api());
    const { id } = await aTemplate(project.path);
    const path = `${project.path}/templates/${id}`;
    expect(jsonOf(await api().put(path, { name: 'Bye' }))).toMatchObject({ name: 'Bye', content: CONTENT });
    const picture = await api().raw('GET', `${path}/thumbnail`);
    expect(picture.headers.get('content-type')).toMatch(/^image\//);
    await picture.arrayBuffer();
    expect((await api().del(path)).status).toBe(204);
    expectError(await api().del(path), 404);
  });

  test.each([
    ['no content', { name: 'x' }],
    ['no name', { content: CONTENT }],
    [
      'an unknown timing',
      { name: 'x', content: { ...CONTENT, textOverlays: [{ ...CONTENT.textOverlays[0], timingMode: 'soon' }] } },
    ],
  ])('POST refuses %s', async (_, body) => {
    const project = await aProject(api());
    expectError(await api().post(`${project.path}/templates`, body), 400);
  });

  test('apply places overlays in the given duration, fills placeholders, names missing assets, and saves nothing', async () => {
    const project = await aProject(api());
    const { id } = await aTemplate(project.path);
    const body = { videoDuration: 10, placeholderValues: { name: 'Ada' } };
    const applied = jsonOf(await api().post(`${project.path}/templates/${id}/apply`, body));
    expect(Object.keys(applied)).toEqual(
      expect.arrayContaining([
        'textOverlays',
        'textTrackActions',
        'imageOverlays',
        'imageTrackActions',
        'missingAssetIds',
      ]),
    );
    const texts = Object.values(applied.textOverlays) as { text: string }[];
    expect(texts.map(({ text }) => text)).toContain('Hello Ada, {{other}}');
    expect(applied.textTrackActions).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ start: 0, end: 5 }),
        expect.objectContaining({ start: 1, end: 2 }),
      ]),
    );
    expect(applied.missingAssetIds).toEqual(['asset_nowhere']);
    expect(applied.imageTrackActions).toEqual([]);
  });

  test('apply-template puts it on the work and saves; twice is harmless; a transition goes where there is none', async () => {
    const work = await aWorkWithScenes(api(), 2);
    const { id } = await aTemplate(work.project.path);
    const body = { templateId: id, placeholderValues: { name: 'Ada' } };
    const once = jsonOf(await api().post(`${work.path}/apply-template`, body));
    expect(once).toMatchObject({ id: work.id, scenes: expect.any(Array) });
    expect(jsonOf(await api().get(work.path)).editorState).toEqual(once.editorState);
    const twice = jsonOf(await api().post(`${work.path}/apply-template`, body)).editorState;
    const actions: { id: string }[] = twice.editorData.textTrack;
    expect(new Set(actions.map((action) => action.id)).size).toBe(actions.length);
    for (const action of actions) expect(twice.textOverlays).toHaveProperty([action.id]);
    expectError(await api().post(`${work.path}/apply-template`, { templateId: 'tmpl_nowhere' }), 404);
  });
}
