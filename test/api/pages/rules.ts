import { expect, test } from 'vitest';
import { aWork, aWorkIn, aWorkWithClips, aWorkWithScenes, expectError, jobEnded, jsonOf, type Api } from '../api.ts';

/** "Rules over all of it", where no other page meets them. */
export function rulesPage(api: () => Api): void {
  const json = { 'content-type': 'application/json' };

  test('malformed JSON, an unknown address and an unknown method are errors in JSON', async () => {
    expectError(await api().post('/projects', '{"name": '), 400, 'malformed_json');
    expectError(await api().get('/nowhere'), 404, 'not_found');
    expectError(await api().server.ask('PATCH', '/projects', { body: {} }), 405);
    expectError(await api().post('/projects', 'name=x', { headers: { 'content-type': 'text/plain' } }), 415);
    expectError(await api().post('/projects', { knowledge: 'x'.repeat(5_000_000) }), 413, 'too_large');
  });

  test('an empty body with a JSON content type is fine on GET and on DELETE', async () => {
    const work = await aWork(api());
    jsonOf(await api().get(work.path, { headers: json }));
    expect((await api().del(work.path, { headers: json, body: '' })).status).toBe(204);
  });

  test('every kind of error is a sentence and a code, and never a stack or a path of the machine', async () => {
    const work = await aWork(api());
    const errors = await Promise.all([
      api().get(work.path, { as: null }),
      api().get('/projects/proj_nowhere'),
      api().put(work.path, { nmae: 1 }),
      api().put(work.path, { name: 'x' }, { headers: { 'if-match': '"999"' } }),
      api().post(`${work.path}/generate/images`),
    ]);
    expect(errors.map(({ status }) => status)).toEqual([401, 404, 400, 412, 409]);
    for (const { json: body, text } of errors) {
      expect(body).toMatchObject({
        error: expect.stringMatching(/^[A-Z].{8,}/),
        code: expect.stringMatching(/^[a-z_]+$/),
      });
      expect(text).not.toContain(api().server.place.directory);
      expect(text).not.toMatch(/\bat .*\.ts:\d/);
    }
  });

  test('every list takes a limit, answers no more, and says where the next page begins', async () => {
    const work = await aWorkWithClips(api(), 1);
    await aWorkIn(api(), work.project);
    const { path: project } = work.project;
    const lists: [string, string | null][] = [
      ['/projects', null],
      [`${project}/works`, null],
      [`${project}/assets`, 'assets'],
      [`${project}/templates`, 'templates'],
      [`${work.path}/scenes/0/takes`, null],
      [`${work.path}/exports`, null],
      ['/jobs', null],
    ];
    for (const [path, key] of lists) {
      const answer = await api().get(`${path}?limit=1`);
      const body = jsonOf(answer);
      const items: unknown[] = key === null ? body : body[key];
      expect(items.length, path).toBeLessThanOrEqual(1);
      expectError(await api().get(`${path}?limit=0`), 400);
      expectError(await api().get(`${path}?limit=1&cursor=bm9uc2Vuc2U`), 400);
    }
    expect((await api().get(`${project}/works?limit=1`)).headers.get('x-next-cursor')).toMatch(/.+/);
  });

  test('a client that goes away loses nothing: the picture it asked for is on the work', async () => {
    const work = await aWorkWithScenes(api(), 1);
    const { origin, token } = api().server;
    const leaving = new AbortController();
    const asked = fetch(`${origin}/api${work.path}/generate/scene/0/image`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      signal: leaving.signal,
    });
    let jobs: { id: string }[] = [];
    while (jobs.length === 0) jobs = jsonOf(await api().get(`/jobs?workId=${work.id}`));
    leaving.abort();
    await asked.catch(() => undefined);
    expect(await jobEnded(api(), jobs[0]?.id ?? '')).toMatchObject({ status: 'done' });
    expect(jsonOf(await api().get(work.path)).generatedScenes).toMatchObject([{ status: 'image_ready' }]);
  });

  test('the same Idempotency-Key starts one export, and says that the answer is the one from before', async () => {
    const work = await aWorkWithClips(api(), 1);
    const headers = { 'idempotency-key': `export-${work.id}` };
    const first = jsonOf(await api().post(`${work.path}/exports`, { quality: 'draft' }, { headers }), 202);
    const again = await api().post(`${work.path}/exports`, { quality: 'draft' }, { headers });
    expect(jsonOf(again, 202).id).toBe(first.id);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expectError(
      await api().post(`${work.path}/exports`, { quality: 'high' }, { headers }),
      422,
      'idempotency_mismatch',
    );
  });

  test('a picture is asked for with the style, then the instruction, then the prompt; the work’s own win', async () => {
    const work = await aWorkWithScenes(api(), 1);
    const { path } = work.project;
    jsonOf(
      await api().put(path, { styleGuide: { tone: 'glacial', tempo: 'slow' }, imageSystemPrompt: 'Of the project.' }),
    );
    jsonOf(await api().put(work.path, { styleGuide: { tone: 'velvety' }, imageSystemPrompt: 'Of the work.' }));
    jsonOf(await api().post(`${work.path}/generate/scene/0/image`));
    const [{ prompt }] = jsonOf(await api().get(`${work.path}/scenes/0/takes`));
    const places = ['velvety', 'Of the work.', 'a bottle on a table'].map((words) => prompt.indexOf(words));
    expect(places, prompt).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0], prompt).toBeGreaterThanOrEqual(0);
    expect(prompt).not.toMatch(/glacial|Of the project/);
  });
}
