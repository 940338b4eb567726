import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestServer, type TestServer } from '../../test/open-test-server.ts';
import { openWire, type Wire } from '../../test/wires/wire.ts';

let server: TestServer;
let wire: Wire;
let work = '';

beforeAll(async () => {
  wire = await openWire();
  server = await openTestServer(undefined, 'all', { SCENEWRIGHT_OPENAI_BASE_URL: wire.url });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await wire.close();
});

type Scene = Readonly<Record<string, string | number>>;

beforeEach(async () => {
  const project = (await server.ask('POST', '/projects', { body: { name: 'EcoBottle' } })).json.id as string;
  const brief = {
    productName: 'EcoBottle',
    productDescription: 'EcoBottle keeps water cold for 24 hours. It weighs 280 grams. The cap is made of cork.',
    language: 'en',
    videoDuration: 12,
    sceneCount: 3,
  };
  const made = await server.ask('POST', `/projects/${project}/works`, { body: brief });
  work = `/projects/${project}/works/${made.json.id as string}`;
  expect((await server.ask('POST', `${work}/scenario`)).status).toBe(200);
});

const propose = (body: object = {}, headers: Record<string, string> = {}) =>
  server.ask('POST', `${work}/scenario/propose`, { body, headers });
const waiting = async () => (await server.ask('GET', `${work}/scenario/proposals`)).json.proposals;
const settle = async (body: object = {}) =>
  (await server.ask('POST', `${work}/scenario/proposals/settle`, { body })).json.proposals;
const script = async (): Promise<readonly Scene[]> => (await server.ask('GET', work)).json.scenes;
const openai = { 'x-llm-provider': 'openai', 'x-api-key': 'sk-0123456789' };

describe('another version of a scene', () => {
  test('has its place, its length and its id, and replaces nothing', async () => {
    const before = await script();
    const { status, json } = await propose({ sceneIndex: 1, ask: 'something only this bottle has' });
    expect(status).toBe(200);
    expect(json.scenes).toHaveLength(1);
    const { id, scene_index, duration_seconds } = before[1] ?? {};
    expect(json.scenes[0]).toMatchObject({ id, scene_index, duration_seconds });
    expect(json.scenes[0].image_prompt).not.toBe(before[1]?.['image_prompt']);
    expect(json.notes.join(' ')).toMatch(/built-in engine writes by rule/);
    expect(await script()).toEqual(before);
  });

  test('waits until somebody takes or leaves it, wherever it is looked for', async () => {
    const { json } = await propose({ sceneIndex: 1, ask: 'calmer' });
    const [one, ...others] = await waiting();
    expect(others).toEqual([]);
    expect(one).toMatchObject({ status: 'done', ask: 'calmer', attempt: 1, scenes: json.scenes, notes: [] });
    const job = await server.ask('GET', `/jobs/${one.jobId}`);
    expect(job.json).toMatchObject({ kind: 'scenario', result: { scenes: json.scenes } });
    expect(await settle({ sceneIds: [one.sceneId] })).toEqual([]);
    expect(await waiting()).toEqual([]);
  });

  test('is another one at the next attempt, and the newest is the one that waits', async () => {
    const first = (await propose({ sceneIndex: 0 })).json.scenes[0];
    const second = (await propose({ sceneIndex: 0, attempt: 2 })).json.scenes[0];
    expect(second.image_prompt).not.toBe(first.image_prompt);
    const open = await waiting();
    expect(open).toHaveLength(1);
    expect(open[0]).toMatchObject({ attempt: 2, scenes: [second] });
  });

  test('goes with its scene where that moves, and away with it', async () => {
    await propose({ sceneIndex: 0 });
    const [a, b, c] = await script();
    const arrange = (scenes: readonly (Scene | undefined)[]) =>
      server.ask('PUT', `${work}/scenes`, { body: { scenes: scenes.map((scene) => ({ id: scene?.['id'] })) } });
    await arrange([b, a, c]);
    expect((await waiting())[0].scenes[0]).toMatchObject({ id: a?.['id'], scene_index: 1 });
    await arrange([b, c]);
    expect(await waiting()).toEqual([]);
  });

  test('cannot be had of a scene that is not there, nor of a work without a script', async () => {
    expect(await propose({ sceneIndex: 7 })).toMatchObject({ status: 404 });
    await server.ask('PUT', `${work}/scenes`, { body: { scenes: [] } });
    expect(await propose()).toMatchObject({ status: 409, json: { code: 'work_has_no_scenes' } });
  });
});

test('another version of a whole script is taken scene by scene', async () => {
  const before = await script();
  const { json } = await propose({ ask: 'no text' });
  expect(json.scenes.map((scene: Scene) => scene['id'])).toEqual(before.map((scene) => scene['id']));
  for (const scene of json.scenes) expect(scene).not.toHaveProperty('text_overlay');
  const [first, second, third] = before.map((scene) => scene['id']);
  const left = await settle({ sceneIds: [second] });
  expect(left[0]).toMatchObject({ sceneId: null });
  expect(left[0].scenes.map((scene: Scene) => scene['id'])).toEqual([first, third]);
  // A newer version of one scene takes the place of what is proposed for it among all.
  await propose({ sceneIndex: 0, attempt: 2 });
  expect((await waiting()).map((one: { scenes: Scene[] }) => one.scenes.map((scene) => scene['id']))).toEqual([
    [first],
    [third],
  ]);
  expect(await settle()).toEqual([]);
});

describe('a model that is paid', () => {
  const rewritten = (image: string) => ({
    json: {
      id: 'resp_1',
      status: 'completed',
      output: [
        {
          type: 'message',
          content: [
            {
              type: 'output_text',
              text: JSON.stringify({
                scenes: [
                  {
                    scene: 2,
                    image_prompt: image,
                    negative_prompt: '',
                    video_prompt: 'Drift',
                    text_overlay: null,
                    transition: 'cut',
                  },
                ],
              }),
            },
          ],
        },
      ],
      usage: { input_tokens: 1000, output_tokens: 200, total_tokens: 1200 },
    },
  });
  const sent = (): string => JSON.stringify(wire.requests.at(-1)?.json);

  test('is told the script, what is asked, and what was not taken before; what it costs is booked', async () => {
    wire.play(rewritten('A bottle in the rain'));
    const { status, json } = await propose({ sceneIndex: 1, ask: 'in the rain' }, openai);
    expect({ status, json }).toMatchObject({
      status: 200,
      json: { scenes: [{ image_prompt: 'A bottle in the rain' }] },
    });
    expect(sent()).toContain('in the rain');
    expect(sent()).toContain('Scene 2 (this one is to be written anew)');
    wire.play(rewritten('A bottle under a tree'));
    await propose({ sceneIndex: 1, ask: 'in the rain', attempt: 2 }, openai);
    expect(sent()).toMatch(/not taken[\s\S]*A bottle in the rain[\s\S]*attempt 2/);
    const [open] = await waiting();
    expect(open.costMicroUsd).toBeGreaterThan(0);
  });

  test('is said what it would cost before it is asked', async () => {
    const [, , projectId, , workId] = work.split('/');
    const estimate = (action: string, more: object = {}) =>
      server.ask('POST', '/estimate', { body: { projectId, workId, action, ...more }, headers: openai });
    const one = (await estimate('proposal', { sceneIndex: 1 })).json;
    expect(one.items).toMatchObject([{ sceneIndex: 1, role: 'llm', provider: 'openai', count: 1 }]);
    expect(one.atMostMicroUsd).toBeGreaterThan(0);
    expect((await estimate('proposal')).json.items).toMatchObject([{ sceneIndex: null, role: 'llm' }]);
    expect((await estimate('script')).json.items).toMatchObject([{ sceneIndex: null, role: 'llm' }]);
    expect(
      (await server.ask('POST', '/estimate', { body: { projectId, workId, action: 'script' } })).json,
    ).toMatchObject({
      expectedMicroUsd: 0,
    });
  });

  test('that refuses leaves the version before, and says why until it is put away', async () => {
    await propose({ sceneIndex: 1 });
    wire.play({ status: 401, json: { error: { message: 'Incorrect API key', code: 'invalid_api_key' } } });
    const refused = await propose({ sceneIndex: 1, attempt: 2 }, openai);
    expect(refused.json.code).toBe('provider_invalid_key');
    const [failed, before] = await waiting();
    expect(failed).toMatchObject({ status: 'failed', attempt: 2, scenes: [], error: { code: 'provider_invalid_key' } });
    expect(before).toMatchObject({ status: 'done', attempt: 1 });
    expect(await settle({ sceneIds: [failed.sceneId] })).toEqual([]);
  });
});
