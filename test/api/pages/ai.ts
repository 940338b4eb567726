import { expect, test } from 'vitest';
import { expectError, jobEnded, jsonOf, pathOf, type Api } from '../api.ts';
import { tiny } from '../tiny-media.ts';

const SMALL = { width: 96, height: 128 };

/** "AI endpoints" of API.md, but the export, which has a page of its own. */
export function aiPage(api: () => Api): void {
  test('POST /analyze measures a video and answers an AnalysisResult', async () => {
    const file = { field: 'video', bytes: tiny.mp4, name: 'a.mp4' };
    const result = jsonOf(await api().upload('/analyze', file, { mode: 'style_transfer', analyzerPrompt: 'Look.' }));
    expect(result).toMatchObject({
      scene_count: expect.any(Number),
      overall_tone: expect.any(String),
      color_palette: expect.any(Array),
      tempo: expect.stringMatching(/^(fast|medium|slow)$/),
      has_text_overlay: expect.any(Boolean),
    });
    expect(result.scenes).toHaveLength(result.scene_count);
    expect(result.scenes[0]).toMatchObject({
      index: 1,
      duration_seconds: expect.any(Number),
      description: expect.any(String),
      transition: expect.any(String),
      camera_movement: expect.any(String),
    });
    for (const colour of result.color_palette) expect(colour).toMatch(/^#[0-9a-f]{6}$/i);
    expectError(await api().upload('/analyze', file, { mode: 'opera' }), 400);
    expectError(await api().upload('/analyze', { ...file, bytes: new Uint8Array(200) }, {}), 415);
  });

  test('POST /scenario writes scenes from an intent, and from an analysis', async () => {
    const intent = {
      mode: 'content_remix',
      product_name: 'EcoBottle',
      language: 'en',
      video_duration: 6,
      scene_count: 3,
    };
    const { scenes } = jsonOf(await api().post('/scenario', { intent, styleGuide: { tone: 'warm' } }));
    expect(scenes).toHaveLength(3);
    expect(scenes[2]).toMatchObject({
      scene_index: 2,
      negative_prompt: expect.any(String),
      transition: expect.any(String),
    });
    const lengths: number[] = scenes.map((scene: { duration_seconds: number }) => scene.duration_seconds);
    expect(lengths.reduce((sum, one) => sum + one, 0)).toBeCloseTo(6, 1);
    const analysis = jsonOf(await api().upload('/analyze', { field: 'video', bytes: tiny.mp4, name: 'a.mp4' }));
    const again = { analysis, intent: { mode: 'style_transfer', product_name: 'EcoBottle' } };
    expect(jsonOf(await api().post('/scenario', again)).scenes.length).toBeGreaterThan(0);
    expectError(await api().post('/scenario', {}), 400);
    expectError(await api().post('/scenario', { intent: { mode: 'opera' } }), 400);
  });

  test('POST /generate/image answers {imageUrl}, ours and private; POST /generate/video animates it', async () => {
    const body = {
      prompt: 'a bottle on a table',
      negative_prompt: 'people',
      styleGuide: { tone: 'calm' },
      resolution: SMALL,
    };
    const { imageUrl } = jsonOf(await api().post('/generate/image', body));
    expect(imageUrl).toMatch(/^\/api\/media\/med_/);
    const picture = await api().raw('GET', pathOf(imageUrl));
    expect([picture.status, picture.headers.get('content-type')?.split('/')[0]]).toEqual([200, 'image']);
    await picture.arrayBuffer();
    expectError(await api().get(pathOf(imageUrl), { as: null }), 401);
    const clip = { image_url: imageUrl, prompt: 'slow push in', duration: 1, resolution: SMALL };
    const { videoUrl } = jsonOf(await api().post('/generate/video', clip));
    expect(videoUrl).toMatch(/^\/api\/media\/med_/);
    const video = await api().raw('GET', pathOf(videoUrl));
    expect(video.headers.get('content-type')).toBe('video/mp4');
    await video.arrayBuffer();
  });

  test('image_url takes a data: URL, and refuses http, private addresses and other people’s media', async () => {
    const data = `data:image/png;base64,${Buffer.from(tiny.png).toString('base64')}`;
    const ask = (image_url: unknown) =>
      api().post('/generate/video', { image_url, prompt: 'slow', duration: 1, resolution: SMALL });
    expect(jsonOf(await ask(data))).toEqual({ videoUrl: expect.any(String) });
    for (const url of [
      'http://example.org/a.png',
      'https://127.0.0.1/a.png',
      'https://[::1]/a.png',
      'https://169.254.169.254/latest',
      'file:///etc/passwd',
      '/api/media/med_nowhere',
      '/api/../etc/passwd',
      'data:text/html,<b>',
      { $ne: null },
    ]) {
      const refused = await ask(url);
      expect([400, 404, 415], JSON.stringify(url)).toContain(refused.status);
      expectError(refused, refused.status);
    }
  });

  test('POST /style-guide/extract finds the style guide in a text; neither text nor url is a 400; inner addresses are refused', async () => {
    const text =
      'We speak warmly and calmly. Our colours are #0a7d5c and #ffd166. Never use slang. Always show the logo.';
    const guide = jsonOf(await api().post('/style-guide/extract', { text }));
    expect(guide.color_palette).toEqual(expect.arrayContaining(['#0a7d5c', '#ffd166']));
    expect(JSON.stringify(guide.must_avoid)).toContain('slang');
    expectError(await api().post('/style-guide/extract', {}), 400);
    expectError(await api().post('/style-guide/extract', { url: 'http://127.0.0.1:1/' }), 400);
  });

  test('respond-async: the job’s result holds what the call would have answered', async () => {
    const headers = { prefer: 'respond-async' };
    const body = { prompt: 'a bottle', resolution: SMALL };
    const { jobId } = jsonOf(await api().post('/generate/image', body, { headers }), 202);
    const job = await jobEnded(api(), jobId);
    expect(job).toMatchObject({ status: 'done', workId: null });
    expect(JSON.stringify(job.result)).toContain('/api/media/med_');
  });

  test('Idempotency-Key on a call without a work: one picture, one answer; another body is a 422', async () => {
    const headers = { 'idempotency-key': `direct-${Date.now()}` };
    const body = { prompt: 'a bottle', resolution: SMALL };
    const first = jsonOf(await api().post('/generate/image', body, { headers }));
    expect(jsonOf(await api().post('/generate/image', body, { headers }))).toEqual(first);
    expectError(await api().post('/generate/image', { ...body, prompt: 'a lamp' }, { headers }), 422);
  });
}
