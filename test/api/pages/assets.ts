import { expect, test } from 'vitest';
import { aProject, expectError, jsonOf, type Api } from '../api.ts';
import { tiny } from '../tiny-media.ts';

/** "Assets" of API.md. */
export function assetsPage(api: () => Api): void {
  const upload = async (path: string, name = 'shot.png', bytes: Uint8Array = tiny.png) =>
    jsonOf(await api().upload(`${path}/assets`, { field: 'file', bytes, name }), 201);

  test('POST takes a file with name, tags and description, and answers 201 with the asset', async () => {
    const project = await aProject(api());
    const file = { field: 'file', bytes: tiny.png, name: 'shot.png', type: 'text/plain' };
    const fields = { name: 'Product', tags: '["bottle","steel"]', description: 'A bottle.' };
    const asset = jsonOf(await api().upload(`${project.path}/assets`, file, fields), 201);
    expect(asset).toMatchObject({
      id: expect.stringMatching(/^asset_/),
      projectId: project.id,
      name: 'Product',
      type: 'image',
      filename: 'shot.png',
      mimeType: 'image/png',
      size: tiny.png.length,
      width: 64,
      height: 64,
      tags: ['bottle', 'steel'],
      description: 'A bottle.',
      createdAt: expect.any(Number),
      updatedAt: expect.any(Number),
    });
    expect(asset.url).toBe(`/api${project.path}/assets/${asset.id}`);
    expect(jsonOf(await api().get(`${project.path}/assets/${asset.id}/meta`))).toEqual(asset);
  });

  test('tags come as repeated fields too; no file is exactly {error:"No file uploaded"}', async () => {
    const project = await aProject(api());
    const form = new FormData();
    form.append('tags', 'one');
    form.append('file', new Blob([tiny.png as Uint8Array<ArrayBuffer>]), 'a.png');
    form.append('tags', 'two');
    const asset = jsonOf(await api().post(`${project.path}/assets`, undefined, { form }), 201);
    expect(asset.tags).toEqual(['one', 'two']);
    const empty = new FormData();
    empty.append('name', 'x');
    const none = await api().post(`${project.path}/assets`, undefined, { form: empty });
    expectError(none, 400);
    expect(none.json.error).toBe('No file uploaded');
  });

  test('GET lists assets, totalSize and count, and ?type= narrows', async () => {
    const project = await aProject(api());
    await upload(project.path);
    await upload(project.path, 'clip.mp4', tiny.mp4);
    await upload(project.path, 'tone.wav', tiny.wav);
    await upload(project.path, 'letters.ttf', tiny.font);
    const all = jsonOf(await api().get(`${project.path}/assets`));
    expect(all).toMatchObject({ count: 4, assets: expect.any(Array) });
    expect(all.totalSize).toBe(tiny.png.length + tiny.mp4.length + tiny.wav.length + tiny.font.length);
    for (const type of ['image', 'video', 'audio', 'font']) {
      const { assets, count } = jsonOf(await api().get(`${project.path}/assets?type=${type}`));
      expect(assets).toMatchObject([{ type }]);
      expect(count).toBe(1);
    }
    expectError(await api().get(`${project.path}/assets?type=spell`), 400);
    const clip = jsonOf(await api().get(`${project.path}/assets?type=video`)).assets[0];
    expect(clip).toMatchObject({ width: 64, height: 64, mimeType: 'video/mp4' });
    expect(clip.duration).toBeCloseTo(1, 1);
  });

  test('PUT merges name, tags and description; GET back is fine; an unknown field is refused', async () => {
    const project = await aProject(api());
    const asset = await upload(project.path);
    const path = `${project.path}/assets/${asset.id}`;
    const named = jsonOf(await api().put(path, { name: 'New', tags: ['x'], description: 'Old and good' }));
    expect(named).toMatchObject({ name: 'New', tags: ['x'], description: 'Old and good' });
    const kept = jsonOf(await api().put(path, { name: 'Newer' }));
    expect(kept).toMatchObject({ name: 'Newer', tags: ['x'], description: 'Old and good' });
    expect(jsonOf(await api().put(path, kept))).toMatchObject({ name: 'Newer', tags: ['x'] });
    expect(jsonOf(await api().put(path, { description: null })).description ?? null).toBeNull();
    expectError(await api().put(path, { nmae: 'x' }), 400);
  });

  test('GET /:id gives the bytes: sniffed type, inline name, Range', async () => {
    const project = await aProject(api());
    const asset = await upload(project.path, 'sneaky.html');
    const path = `${project.path}/assets/${asset.id}`;
    const whole = await api().raw('GET', path);
    expect(whole.headers.get('content-type')).toBe('image/png');
    expect(whole.headers.get('content-disposition')).toMatch(/^inline; filename=/);
    expect(new Uint8Array(await whole.arrayBuffer())).toEqual(tiny.png);
    const part = await api().raw('GET', path, { headers: { range: 'bytes=0-3' } });
    expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 4]);
  });

  test('DELETE answers 204, twice 404', async () => {
    const project = await aProject(api());
    const asset = await upload(project.path);
    const path = `${project.path}/assets/${asset.id}`;
    expect((await api().del(path)).status).toBe(204);
    expectError(await api().del(path), 404);
    expectError(await api().get(path), 404);
    expectError(await api().get(`${path}/meta`), 404);
  });

  test('POST /:id/analyze describes and saves, without a key; analyze-batch answers for each, one failing costs no other', async () => {
    const project = await aProject(api());
    const [one, two] = [await upload(project.path), await upload(project.path, 'b.png', tiny.otherPng)];
    const described = jsonOf(await api().post(`${project.path}/assets/${one.id}/analyze`));
    expect(described).toEqual({ assetId: one.id, description: expect.stringMatching(/\w{3}/) });
    const meta = jsonOf(await api().get(`${project.path}/assets/${one.id}/meta`));
    expect(meta.description).toBe(described.description);
    const body = { assetIds: [two.id, 'asset_nowhere'] };
    const { results } = jsonOf(await api().post(`${project.path}/assets/analyze-batch`, body));
    expect(results).toEqual([
      { assetId: two.id, description: expect.any(String) },
      expect.objectContaining({ assetId: 'asset_nowhere', error: expect.anything() }),
    ]);
  });

  test('poster, filmstrip and peaks of an asset are there', async () => {
    const project = await aProject(api());
    const clip = await upload(project.path, 'clip.mp4', tiny.mp4);
    const poster = await api().raw('GET', `${project.path}/assets/${clip.id}/poster`);
    expect([poster.status, poster.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    await poster.arrayBuffer();
  });
}
