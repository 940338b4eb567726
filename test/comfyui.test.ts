import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestServer, type TestServer } from './open-test-server.ts';
import { solidPng } from './solid-png.ts';
import { openWire, type Script, type Wire } from './wires/wire.ts';

const PICTURE = solidPng('#205080', 64);
const WORKFLOWS = join(import.meta.dirname, '../src/providers/comfyui/workflows');
const flux = JSON.parse(readFileSync(join(WORKFLOWS, 'flux-image.json'), 'utf8')) as Record<string, unknown>;

let server: TestServer;
let engine: Wire;
beforeAll(async () => {
  engine = await openWire();
  server = await openTestServer(undefined, 'all', { SCENEWRIGHT_COMFYUI_BASE_URL: engine.url });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await engine.close();
});

const SETTINGS = '/settings/providers/comfyui';
const withFlux = { settings: { workflows: { image: { graph: flux } } } };

/** A ComfyUI that makes one picture of every job, and is restarted so many times before it has made any. */
function anEngine(restarts: number): Script {
  const jobs = new Set<string>();
  let left = restarts;
  return ({ method, path, json }) => {
    if (method === 'POST' && path === '/prompt') {
      const { prompt_id: id } = json as { prompt_id: string };
      if (left-- <= 0) jobs.add(id);
      return { json: { prompt_id: id, number: 1, node_errors: {} } };
    }
    if (path === '/view') return { bytes: PICTURE, headers: { 'content-type': 'image/png' } };
    if (path === '/queue') return { json: { queue_running: [], queue_pending: [] } };
    if (path.startsWith('/history/')) return { json: {} };
    const id = path.split('/').at(-1) ?? '';
    const images = [{ filename: 'picture_00001_.png', subfolder: 'scenewright', type: 'output' }];
    return jobs.has(id) ? { json: { id, status: 'completed', outputs: { '10': { images } } } } : { status: 404 };
  };
}

const prompts = () => engine.requests.filter(({ method, path }) => method === 'POST' && path === '/prompt');

async function draw() {
  return server.ask('POST', '/generate/image', {
    headers: { 'x-image-provider': 'comfyui' },
    body: { prompt: 'a green bottle', resolution: { width: 512, height: 512 } },
  });
}

test('a workflow that cannot be run is refused in a sentence, and nothing is drawn without one', async () => {
  const put = (graph: object) =>
    server.ask('PUT', SETTINGS, { body: { settings: { workflows: { image: { graph } } } } });
  const editors = await put({ nodes: [], links: [] });
  expect(editors.status).toBe(400);
  expect(editors.text).toContain('Export (API)');
  engine.play(anEngine(0));
  expect((await draw()).text).toContain('workflows.image');
  expect(prompts()).toEqual([]);
});

test('a picture is drawn by the workflow in the settings, and fetched from the network at home', async () => {
  expect((await server.ask('PUT', SETTINGS, { body: withFlux })).status).toBe(200);
  engine.play(anEngine(0));
  const drawn = await draw();
  expect(drawn.status, drawn.text).toBe(200);
  const bytes = await server.raw('GET', new URL(drawn.json.imageUrl, server.origin).pathname.replace(/^\/api/, ''));
  expect(Buffer.from(await bytes.arrayBuffer()).equals(PICTURE)).toBe(true);
  const [sent] = prompts();
  expect(sent?.json).toMatchObject({ prompt: { '7': { inputs: { width: 512, height: 512 } } } });
});

test('a ComfyUI that was restarted and has forgotten the job is asked again for the same one, at no cost', async () => {
  await server.ask('PUT', SETTINGS, { body: withFlux });
  engine.play(anEngine(1));
  const drawn = await draw();
  expect(drawn.status, drawn.text).toBe(200);
  const ids = prompts().map(({ json }) => (json as { prompt_id: string }).prompt_id);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});
