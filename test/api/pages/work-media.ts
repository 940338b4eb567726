import { expect, test } from 'vitest';
import { aWork, aWorkWithScenes, expectError, jsonOf, pathOf, type Api } from '../api.ts';
import { tiny } from '../tiny-media.ts';

/** "Media endpoints" of spec/works-api.txt, and the media rules of API.md. */
export function workMediaPage(api: () => Api): void {
  const bytesOf = async (path: string): Promise<{ type: string; bytes: Uint8Array }> => {
    const response = await api().raw('GET', path);
    expect(response.status).toBe(200);
    return { type: response.headers.get('content-type') ?? '', bytes: new Uint8Array(await response.arrayBuffer()) };
  };

  test('media/reference: 404 before, POST field video answers {ok:true}, hasReferenceVideo becomes true, GET gives the bytes', async () => {
    const work = await aWork(api());
    expectError(await api().get(`${work.path}/media/reference`), 404);
    const file = { field: 'video', bytes: tiny.mp4, name: 'reference.mp4', type: 'video/mp4' };
    expect(jsonOf(await api().upload(`${work.path}/media/reference`, file))).toEqual({ ok: true });
    expect(jsonOf(await api().get(work.path)).hasReferenceVideo).toBe(true);
    expect(await bytesOf(`${work.path}/media/reference`)).toEqual({ type: 'video/mp4', bytes: tiny.mp4 });
  });

  test.each([
    ['image', 'a.png', () => tiny.png, 'image/png'],
    ['image', 'a.jpg', () => tiny.jpg, 'image/jpeg'],
    ['image', 'a.gif', () => tiny.gif, 'image/gif'],
    ['video', 'a.mp4', () => tiny.mp4, 'video/mp4'],
    ['video', 'a.mov', () => tiny.mov, 'video/quicktime'],
  ] as const)(
    'media/scene/0/%s takes %s, answers {ok, url}, and serves the bytes unaltered',
    async (kind, name, bytes, mime) => {
      const work = await aWorkWithScenes(api(), 1);
      expectError(await api().get(`${work.path}/media/scene/0/${kind}`), 404);
      const file = { field: 'file', bytes: bytes(), name, type: 'application/octet-stream' };
      const answer = jsonOf(await api().upload(`${work.path}/media/scene/0/${kind}`, file));
      expect(answer).toMatchObject({ ok: true, url: expect.stringContaining(`/media/scene/0/${kind}`) });
      expect(await bytesOf(pathOf(answer.url))).toEqual({ type: mime, bytes: bytes() });
      const { generatedScenes } = jsonOf(await api().get(work.path));
      expect(generatedScenes[0]).toMatchObject({
        sceneIndex: 0,
        status: kind === 'image' ? 'image_ready' : 'done',
        [`${kind}Url`]: expect.stringContaining(`/media/scene/0/${kind}`),
      });
    },
  );

  test('an upload becomes the picked take; the earlier ones stay; a png replaced by a jpg serves the new one at once', async () => {
    const work = await aWorkWithScenes(api(), 1);
    const path = `${work.path}/media/scene/0/image`;
    await api().upload(path, { field: 'file', bytes: tiny.png, name: 'a.png' });
    const first = await api().raw('GET', path);
    await first.arrayBuffer();
    await api().upload(path, { field: 'file', bytes: tiny.jpg, name: 'b.jpg' });
    expect(await bytesOf(path)).toEqual({ type: 'image/jpeg', bytes: tiny.jpg });
    const stale = await api().raw('GET', path, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
    expect(stale.status).toBe(200);
    await stale.arrayBuffer();
    expect(jsonOf(await api().get(`${work.path}/scenes/0/takes`))).toHaveLength(2);
  });

  test('media/audio: field audio, answers {ok, audioUrl}, served and replaced', async () => {
    const work = await aWork(api());
    expectError(await api().get(`${work.path}/media/audio`), 404);
    const answer = jsonOf(
      await api().upload(`${work.path}/media/audio`, { field: 'audio', bytes: tiny.wav, name: 'tone.wav' }),
    );
    expect(answer).toMatchObject({ ok: true, audioUrl: expect.stringContaining('/media/audio') });
    expect((await bytesOf(pathOf(answer.audioUrl))).bytes).toEqual(tiny.wav);
  });

  test('the only file of a request is taken under any name; no file is {error:"No file uploaded"}', async () => {
    const work = await aWorkWithScenes(api(), 1);
    const odd = { field: 'attachment', bytes: tiny.png, name: 'a.png' };
    expect(jsonOf(await api().upload(`${work.path}/media/scene/0/image`, odd))).toMatchObject({ ok: true });
    const form = new FormData();
    form.append('note', 'no file here');
    const none = await api().post(`${work.path}/media/scene/0/image`, undefined, { form });
    expectError(none, 400);
    expect(none.json.error).toBe('No file uploaded');
  });

  test('Range: a part is a 206, past the end a 416; the ETag answers 304; headers keep a browser from running it', async () => {
    const work = await aWorkWithScenes(api(), 1);
    const path = `${work.path}/media/scene/0/video`;
    await api().upload(path, { field: 'file', bytes: tiny.mp4, name: 'a.mp4' });
    const part = await api().raw('GET', path, { headers: { range: 'bytes=10-19' } });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 10-19/${tiny.mp4.length}`);
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(tiny.mp4.slice(10, 20));
    const tail = await api().raw('GET', path, { headers: { range: 'bytes=-5' } });
    expect(new Uint8Array(await tail.arrayBuffer())).toEqual(tiny.mp4.slice(-5));
    const past = await api().raw('GET', path, { headers: { range: `bytes=${tiny.mp4.length}-` } });
    expect(past.status).toBe(416);
    expect(past.headers.get('content-range')).toBe(`bytes */${tiny.mp4.length}`);
    await past.arrayBuffer();
    const whole = await api().raw('GET', path);
    await whole.arrayBuffer();
    expect(whole.headers.get('accept-ranges')).toBe('bytes');
    expect(whole.headers.get('x-content-type-options')).toBe('nosniff');
    expect(whole.headers.get('content-security-policy')).toContain('sandbox');
    const again = await api().raw('GET', path, { headers: { 'if-none-match': whole.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
    const head = await api().raw('HEAD', path);
    expect(head.headers.get('content-length')).toBe(String(tiny.mp4.length));
  });

  test.each([
    ['HTML called a picture', new TextEncoder().encode('<html><script>alert(1)</script>'), 'a.png', 'image/png'],
    [
      'an SVG',
      new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'),
      'a.svg',
      'image/svg+xml',
    ],
    ['half a PNG', tiny.png.slice(0, 40), 'a.png', 'image/png'],
    ['nothing', new Uint8Array(0), 'a.png', 'image/png'],
  ])('%s is refused as a scene’s picture with what was found, and leaves nothing', async (_, bytes, name, type) => {
    const work = await aWorkWithScenes(api(), 1);
    const path = `${work.path}/media/scene/0/image`;
    const refused = await api().upload(path, { field: 'file', bytes, name, type });
    expect([400, 415]).toContain(refused.status);
    expectError(refused, refused.status);
    expectError(await api().get(path), 404);
    expect(jsonOf(await api().get(`${work.path}/scenes/0/takes`))).toEqual([]);
  });

  test('a scene index is 0-based, and one that is not there is a 404 also to an upload', async () => {
    const work = await aWorkWithScenes(api(), 1);
    const file = { field: 'file', bytes: tiny.png, name: 'a.png' };
    for (const index of ['1', '-1', 'x', '99999']) {
      expectError(await api().upload(`${work.path}/media/scene/${index}/image`, file), 404);
      expectError(await api().get(`${work.path}/media/scene/${index}/image`), 404);
    }
  });

  test('?token= of an API token and a signed address open media, without a header', async () => {
    const work = await aWorkWithScenes(api(), 1);
    const path = `${work.path}/media/scene/0/image`;
    await api().upload(path, { field: 'file', bytes: tiny.png, name: 'a.png' });
    const { token } = jsonOf(await api().post('/tokens', { name: 'x', scopes: ['works:read'] }), 201);
    const byToken = await api().raw('GET', `${path}?token=${token}`, { as: null });
    expect(byToken.status).toBe(200);
    expect(byToken.headers.get('referrer-policy')).toBe('no-referrer');
    await byToken.arrayBuffer();
    expectError(await api().get(`${path}?token=${token}x`, { as: null }), 401);
    expectError(await api().get(`${work.path}?token=${token}`, { as: null }), 401);
    const [take] = jsonOf(await api().get(`${work.path}/scenes/0/takes`));
    const signed = jsonOf(await api().post(`/media/${take.id}/sign`));
    expect(signed).toMatchObject({ url: expect.stringContaining('sig='), expiresAt: expect.any(Number) });
    const bySignature = await api().raw('GET', pathOf(signed.url), { as: null });
    expect(new Uint8Array(await bySignature.arrayBuffer())).toEqual(tiny.png);
    const forged = pathOf(signed.url).replace(/sig=./, (found) => (found === 'sig=A' ? 'sig=B' : 'sig=A'));
    expectError(await api().get(forged, { as: null }), 401);
  });
}
