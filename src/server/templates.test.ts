import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Asset } from '#contract/asset.ts';
import { Template, type TemplateText } from '#contract/template.ts';
import { formOf, openTestServer, type TestServer } from '../../test/open-test-server.ts';

let server: TestServer;
let project: string;
let assets: string;
let templates: string;
let logo: Asset;
beforeAll(async () => {
  server = await openTestServer();
  const { json } = await server.ask('POST', '/projects', { body: { name: 'Lamps' } });
  project = `/projects/${json.id}`;
  assets = `${project}/assets`;
  templates = `${project}/templates`;
  logo = await aPictureAsset();
});
afterAll(() => server[Symbol.asyncDispose]());

function aPicture(colour = '#c04020'): Buffer {
  const canvas = createCanvas(40, 30);
  const context = canvas.getContext('2d');
  context.fillStyle = colour;
  context.fillRect(0, 0, 40, 30);
  return canvas.toBuffer('image/png');
}

async function aPictureAsset(colour?: string): Promise<Asset> {
  const form = formOf({ field: 'file', bytes: aPicture(colour), name: 'logo.png' });
  return Asset.parse((await server.ask('POST', assets, { form })).json);
}

const aTitle = (fields: Partial<TemplateText> = {}): TemplateText => ({
  id: 'title',
  text: 'Hello {{name}}, {{place}}',
  fontSize: 100,
  fontColor: '#ffffff',
  centerX: 0,
  centerY: -300,
  timingMode: 'relative',
  startPercent: 10,
  endPercent: 50,
  ...fields,
});

const aLogo = (assetId: string) => ({
  id: 'logo',
  assetId,
  width: 400,
  height: 300,
  centerX: 100,
  centerY: 500,
  opacity: 1,
  rotation: 0,
  timingMode: 'absolute',
  startSeconds: 2,
  endSeconds: 60,
});

const aContent = (assetId: string) => ({
  textOverlays: [aTitle()],
  imageOverlays: [aLogo(assetId)],
  defaultTransition: { type: 'fade', duration: 0.5 },
});

async function aTemplate(assetId: string): Promise<Template> {
  const body = { name: 'Opening', tags: ['intro'], content: aContent(assetId) };
  const { status, json } = await server.ask('POST', templates, { body });
  expect(status).toBe(201);
  return Template.parse(json);
}

describe('templates', () => {
  test('a template comes back whole, with the frame it was made for', async () => {
    const template = await aTemplate(logo.id);
    expect(template).toMatchObject({
      name: 'Opening',
      tags: ['intro'],
      thumbnail: `/api${templates}/${template.id}/thumbnail`,
      content: { ...aContent(logo.id), frameSize: { width: 1080, height: 1920 } },
    });
    const { json, headers } = await server.ask('GET', `${templates}/${template.id}`);
    expect(json).toEqual(template);
    expect(headers.get('etag')).toBe('"1"');
    const list = await server.ask('GET', templates);
    expect(list.json.count).toBe(list.json.templates.length);
    const { content: _content, projectId: _projectId, ...summary } = template;
    const counted = { textOverlayCount: 1, imageOverlayCount: 1, hasExportSettings: false };
    expect(list.json.templates).toContainEqual({ ...summary, ...counted });
  });

  test('a name-only PUT keeps the content, and what was read can be sent back', async () => {
    const template = await aTemplate(logo.id);
    const path = `${templates}/${template.id}`;
    const named = await server.ask('PUT', path, { body: { name: 'Ending', tags: null } });
    expect(named.json).toMatchObject({ name: 'Ending', content: template.content });
    expect(named.json).not.toHaveProperty('tags');
    const back = await server.ask('PUT', path, { body: named.json });
    expect(back.json).toEqual({ ...named.json, updatedAt: back.json.updatedAt });
    const late = await server.ask('PUT', path, { body: { name: 'Late' }, headers: { 'if-match': '"1"' } });
    expect(late.status).toBe(412);
    for (const body of [{ colour: 1 }, { content: null }, { id: 'tmpl_other' }, { content: { textOverlays: [] } }]) {
      expect((await server.ask('PUT', path, { body })).status).toBe(400);
    }
  });

  test('a transition that there is not is refused by name, and one by another name is taken', async () => {
    const content = { textOverlays: [], imageOverlays: [], defaultTransition: { type: 'explode', duration: 1 } };
    const refused = await server.ask('POST', templates, { body: { name: 'x', content } });
    expect(refused.status).toBe(400);
    expect(refused.json.error).toContain('explode');
    const wipe = { ...content, defaultTransition: { type: 'wipe', duration: 1 } };
    const { json } = await server.ask('POST', templates, { body: { name: 'x', content: wipe } });
    expect(json.content.defaultTransition).toEqual({ type: 'wipeleft', duration: 1 });
    expect(json).not.toHaveProperty('thumbnail');
    expect((await server.ask('GET', `${templates}/${json.id}/thumbnail`)).status).toBe(404);
  });

  test('the thumbnail shows the overlays where they are, and goes with the picture it shows', async () => {
    const own = await aPictureAsset();
    const template = await aTemplate(own.id);
    const path = `${templates}/${template.id}/thumbnail`;
    const first = await server.raw('GET', path);
    expect(first.headers.get('content-type')).toBe('image/png');
    const bytes = Buffer.from(await first.arrayBuffer());
    const image = await loadImage(bytes);
    expect([image.width, image.height]).toEqual([360, 640]);
    const canvas = createCanvas(360, 640);
    canvas.getContext('2d').drawImage(image, 0, 0);
    const colourAt = (x: number, y: number) => [...canvas.getContext('2d').getImageData(x, y, 1, 1).data].slice(0, 3);
    // The logo's middle: 540+100 and 960+500 of 1080x1920, a third of it here.
    expect(colourAt(213, 487)).toEqual([0xc0, 0x40, 0x20]);
    expect(colourAt(5, 487)[0]).toBeLessThan(120);
    const row = canvas.getContext('2d').getImageData(0, 205, 360, 30).data;
    expect(row.some((value, at) => at % 4 === 0 && value > 240)).toBe(true); // white words at 960-300
    expect((await server.raw('GET', path)).headers.get('etag')).toBe(first.headers.get('etag'));
    await server.ask('DELETE', `${assets}/${own.id}`);
    expect((await server.raw('GET', path)).headers.get('etag')).not.toBe(first.headers.get('etag'));
  });

  test('laid out over a film without saving, placeholders are filled and a missing picture is named', async () => {
    const gone = await aPictureAsset();
    const template = await aTemplate(gone.id);
    await server.ask('DELETE', `${assets}/${gone.id}`);
    const path = `${templates}/${template.id}/apply`;
    const body = { videoDuration: 20, placeholderValues: { name: 'Ada' } };
    const { status, json } = await server.ask('POST', path, { body });
    expect(status).toBe(200);
    const [action] = json.textTrackActions;
    expect(json).toEqual({
      textOverlays: { [action.id]: { ...json.textOverlays[action.id], text: 'Hello Ada, {{place}}', fontSize: 100 } },
      textTrackActions: [{ id: action.id, start: 2, end: 10 }],
      imageOverlays: {},
      imageTrackActions: [],
      missingAssetIds: [gone.id],
    });
    const half = await server.ask('POST', path, { body: { ...body, resolution: { width: 960, height: 540 } } });
    expect(Object.values(half.json.textOverlays)).toMatchObject([{ fontSize: 50, centerY: -150 }]);
    for (const wrong of [{}, { videoDuration: 0 }, { videoDuration: 1e9 }, { videoDuration: 5, speed: 2 }]) {
      expect((await server.ask('POST', path, { body: wrong })).status).toBe(400);
    }
  });

  test('a work without an edit is given the overlays, timed by what is known of its length, in its own frame', async () => {
    const template = await aTemplate(logo.id);
    const work = await server.ask('POST', `${project}/works`, {
      body: { name: 'W', resolution: { width: 540, height: 960 } },
    });
    const path = `${project}/works/${work.json.id}`;
    const apply = (more: object = {}) =>
      server.ask('POST', `${path}/apply-template`, { body: { templateId: template.id, ...more } });
    const early = await apply();
    expect(early.status).toBe(409);
    expect(early.json.error).toContain('videoDuration');
    await server.ask('PUT', path, { body: { videoDuration: 30 } });
    const { status, json, headers } = await apply({ placeholderValues: { name: 'Ada' } });
    expect(status).toBe(200);
    const { editorData, textOverlays, imageOverlays, exportSettings } = json.editorState;
    expect(exportSettings).toMatchObject({ width: 540, height: 960, fps: 30 });
    expect(editorData.textTrack).toMatchObject([{ start: 3, end: 15 }]);
    expect(editorData.imageTrack).toMatchObject([{ start: 2, end: 30 }]);
    expect(Object.values(textOverlays)).toMatchObject([{ text: 'Hello Ada, {{place}}', fontSize: 50, centerY: -150 }]);
    expect(Object.values(imageOverlays)).toMatchObject([{ assetId: logo.id, width: 200, centerX: 50 }]);
    const saved = await server.ask('GET', path);
    expect(saved.json).toEqual(json);
    expect(saved.headers.get('etag')).toBe(headers.get('etag'));
  });

  test('applying a template twice keeps both, and clips without a transition get the default one', async () => {
    const template = await aTemplate(logo.id);
    const work = await server.ask('POST', `${project}/works`, { body: { name: 'Edited', videoDuration: 99 } });
    const path = `${project}/works/${work.json.id}`;
    const scene = { duration_seconds: 2, image_prompt: 'a', negative_prompt: '', video_prompt: 'b', transition: 'cut' };
    await server.ask('PUT', path, { body: { scenes: [0, 1].map((scene_index) => ({ ...scene, scene_index })) } });
    for (const index of [0, 1]) {
      const form = formOf({ field: 'file', bytes: aPicture(), name: 'a.png' });
      expect((await server.ask('POST', `${path}/media/scene/${index}/image`, { form })).status).toBe(200);
    }
    const videoTrack = [
      { id: 'a', start: 0, end: 2, sceneIndex: 0 },
      { id: 'b', start: 2, end: 4, sceneIndex: 1, transitionType: 'slideleft', transitionDuration: 0.2 },
    ];
    const mine = { text: 'Mine', fontSize: 40, fontColor: '#ff0000', centerX: 0, centerY: 0 };
    const editorState = {
      editorData: { videoTrack, textTrack: [{ id: 'mine', start: 0, end: 1 }] },
      textOverlays: { mine },
      exportSettings: { width: 1080, height: 1920, fps: 30 },
    };
    expect((await server.ask('PUT', path, { body: { editorState } })).status).toBe(200);
    const apply = (headers: Record<string, string> = {}) =>
      server.ask('POST', `${path}/apply-template`, { body: { templateId: template.id }, headers });
    const seen = (await apply()).headers.get('etag') ?? '';
    const { json } = await apply({ 'if-match': seen });
    expect((await apply({ 'if-match': seen })).status).toBe(412);
    const { editorData, textOverlays } = json.editorState;
    expect(editorData.videoTrack).toMatchObject([
      { id: 'a', transitionType: 'fade', transitionDuration: 0.5 },
      { id: 'b', transitionType: 'slideleft', transitionDuration: 0.2 },
    ]);
    expect(textOverlays.mine).toMatchObject(mine);
    expect(Object.keys(textOverlays)).toHaveLength(3);
    expect(editorData.textTrack.map(({ start, end }: { start: number; end: number }) => [start, end])).toEqual([
      [0, 1],
      [12 / 30, 2],
      [12 / 30, 2],
    ]);
    expect(editorData.imageTrack).toHaveLength(2);
  });

  test('a picture that was deleted under an edit is named when the edit is exported', async () => {
    const own = await aPictureAsset('#1080a0');
    const template = await aTemplate(own.id);
    const body = { name: 'Exported', resolution: { width: 64, height: 64 } };
    const work = await server.ask('POST', `${project}/works`, { body });
    const path = `${project}/works/${work.json.id}`;
    const scene = { scene_index: 0, duration_seconds: 3, image_prompt: 'a', negative_prompt: '', video_prompt: 'b' };
    await server.ask('PUT', path, { body: { scenes: [{ ...scene, transition: 'cut' }] } });
    const early = await server.ask('POST', `${path}/apply-template`, { body: { templateId: template.id } });
    expect(early.json.editorState.editorData).toMatchObject({ videoTrack: [], textTrack: [{ start: 0.3, end: 1.5 }] });
    const form = formOf({ field: 'file', bytes: aPicture(), name: 'a.png' });
    await server.ask('POST', `${path}/media/scene/0/image`, { form });
    const exported = async (quality: string) => {
      const { json, status } = await server.ask('POST', `${path}/exports`, { body: { quality } });
      expect([status, json.error]).toEqual([202, undefined]);
      await expect
        .poll(async () => (await server.ask('GET', `/jobs/${json.jobId}`)).json.status)
        .toMatch(/done|failed/);
      return (await server.ask('GET', `/jobs/${json.jobId}`)).json;
    };
    expect((await exported('draft')).status).toBe('done'); // laid over the first edit, which came after it
    await aPictureAsset('#1080a0'); // the same bytes under another name are no asset of the edit
    await server.ask('DELETE', `${assets}/${own.id}`);
    const { sources } = (await server.ask('GET', `${path}/edit`)).json;
    expect(
      Object.values<{ kind: string; isMissing: boolean }>(sources).filter(({ isMissing }) => isMissing),
    ).toHaveLength(1);
    expect(await exported('standard')).toMatchObject({
      status: 'failed',
      error: { code: 'asset_missing', error: expect.stringContaining(own.id) },
    });
  });

  test('a template or an asset is not deleted by who has seen an older state', async () => {
    for (const path of [`${templates}/${(await aTemplate(logo.id)).id}`, `${assets}/${(await aPictureAsset()).id}`]) {
      await server.ask('PUT', path, { body: { name: 'Changed since' } });
      const seen = await server.ask('DELETE', path, { headers: { 'if-match': '"1"' } });
      expect([seen.status, seen.json.code]).toEqual([412, 'stale']);
      expect((await server.ask('DELETE', path, { headers: { 'if-match': '"2"' } })).status).toBe(204);
    }
  });

  test('a deleted template is gone the second time, and a work cannot take one of another project', async () => {
    const template = await aTemplate(logo.id);
    const path = `${templates}/${template.id}`;
    expect((await server.ask('DELETE', path)).status).toBe(204);
    expect((await server.ask('DELETE', path)).status).toBe(404);
    const other = await server.ask('POST', '/projects', { body: { name: 'Other' } });
    const work = await server.ask('POST', `/projects/${other.json.id}/works`, {
      body: { name: 'W', videoDuration: 5 },
    });
    const { id } = await aTemplate(logo.id);
    const taken = await server.ask('POST', `/projects/${other.json.id}/works/${work.json.id}/apply-template`, {
      body: { templateId: id },
    });
    expect(taken.status).toBe(404);
    expect((await server.ask('GET', `/projects/${other.json.id}/templates/${id}`)).status).toBe(404);
  });
});
