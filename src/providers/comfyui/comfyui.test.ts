import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { providerContext } from '../../../test/provider-context.ts';
import { openWire, type Script, type Wire } from '../../../test/wires/wire.ts';
import type { ImageRequest, ProviderContext, Receipt } from '../provider.ts';
import { chooseOutput } from './choose-output.ts';
import { comfyui } from './comfyui.ts';
import { promptId } from './prompt-id.ts';

const GENERATION = 'gen_1';
const ID = promptId(GENERATION);
const settings = {
  workflows: {
    image: {
      graph: {
        '1': { class_type: 'LoadImage', inputs: { image: '{{image}}', text: '{{prompt}}', seed: 1 } },
        '2': { class_type: 'SaveImage', inputs: { images: ['1', 0] } },
        '10': { class_type: 'PreviewImage', inputs: { images: ['1', 0] } },
      },
    },
  },
};

let directory = '';
let wire: Wire;
beforeAll(async () => {
  [directory, wire] = [await mkdtemp(join(tmpdir(), 'comfyui-')), await openWire()];
  await writeFile(join(directory, 'a.png'), 'a picture');
});
afterAll(async () => {
  await wire.close();
  await rm(directory, { recursive: true });
});

function aContext(given: Partial<ProviderContext> = {}): ProviderContext {
  return providerContext({ scratch: directory, ffmpeg: '', baseUrl: wire.url, settings, ...given });
}

const aRequest = (): ImageRequest => ({
  generationId: GENERATION,
  model: 'comfyui-image',
  prompt: 'a bottle',
  scenePrompt: 'a bottle',
  negativePrompt: '',
  width: 512,
  height: 512,
  seed: 7,
  references: [1, 2].map((at) => ({ path: join(directory, 'a.png'), mime: 'image/png', sha256: `${at}`.repeat(64) })),
});

/** An engine that has this job, in this state, and takes everything else. */
const has =
  (status: string, more: object = {}): Script =>
  ({ path }) =>
    path === `/api/jobs/${ID}` ? { json: { id: ID, status, ...more } } : { json: {} };
const hasNone: Script = ({ path }) => {
  if (path === '/upload/image') return { json: { name: 'a.png', subfolder: 'scenewright', type: 'input' } };
  if (path === '/queue') return { json: { queue_running: [], queue_pending: [] } };
  return path.startsWith('/api/jobs') ? { status: 404 } : { json: {} };
};

const calls = (): string[] => wire.requests.map(({ method, path }) => `${method} ${path}`);
const posts = (): string[] => calls().filter((call) => call === 'POST /prompt');

async function receiptOf(): Promise<Receipt> {
  wire.play(hasNone);
  const submitted = await comfyui.image?.submit(aRequest(), aContext());
  if (submitted?.status !== 'receipt') throw new Error('no receipt');
  return submitted.receipt;
}

test('a job has the id that its generation always has, in the one spelling that ComfyUI takes', async () => {
  const receipt = await receiptOf();
  expect(receipt.id).toBe(ID);
  expect(ID).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(promptId('gen_2')).not.toBe(ID);
  expect(wire.requests.find(({ path }) => path === '/prompt')?.json).toMatchObject({ prompt_id: ID });
});

test('a job that the engine has already is not sent again', async () => {
  for (const status of ['pending', 'in_progress', 'completed', 'failed']) {
    wire.play(has(status, { outputs: {} }));
    const submitted = await comfyui.image?.submit(aRequest(), aContext());
    expect(submitted).toMatchObject({ status: 'receipt', receipt: { id: ID } });
    expect(calls()).toEqual([`GET /api/jobs/${ID}`]);
  }
  await receiptOf();
  expect(posts()).toHaveLength(1);
});

test('a submit whose answer was lost is found again, or surely was never taken', async () => {
  const lost = { generationId: GENERATION, model: 'comfyui-image', submittingAt: 5, bodySha256: null };
  wire.play(has('in_progress'));
  expect(await comfyui.image?.find?.(lost, aContext())).toMatchObject({ id: ID, submittedAt: 5 });
  wire.play(hasNone);
  expect(await comfyui.image?.find?.(lost, aContext())).toBe('none');
  wire.play({ status: 500 });
  await expect(comfyui.image?.find?.(lost, aContext())).rejects.toMatchObject({ kind: 'transient' });
});

test('a page that is no ComfyUI, such as a proxy’s, is not taken for one that has forgotten everything', async () => {
  const receipt = await receiptOf();
  for (const page of [{ text: '<html>sign in</html>' }, { status: 404, text: 'not here' }]) {
    wire.play(page);
    await expect(comfyui.image?.poll?.(receipt, aContext())).rejects.toThrow('There is no ComfyUI at this address.');
  }
});

test('a picture goes up under a name of its content, and its place in the workflow takes that', async () => {
  const receipt = await receiptOf();
  const [upload] = wire.requests.filter(({ path }) => path === '/upload/image');
  const form = await new Response(new Uint8Array(upload?.body ?? []), {
    headers: { 'content-type': upload?.headers['content-type'] ?? '' },
  }).formData();
  expect(form.get('image')).toMatchObject({ name: `${'1'.repeat(32)}.png`, type: 'image/png' });
  expect([form.get('subfolder'), form.get('overwrite')]).toEqual(['scenewright', 'true']);
  const sent = wire.requests.find(({ path }) => path === '/prompt')?.json;
  expect(sent).toMatchObject({
    prompt: { '1': { inputs: { image: 'scenewright/a.png', text: 'a bottle', seed: 7 } } },
  });
  expect(receipt.extra?.['notes']).toContain('one reference picture: 1 left out');
});

test('a clip between two pictures gets both, and without the last one it is not made', async () => {
  const inputs = { start_image: '{{image}}', end_image: '{{last_image}}', text: '{{prompt}}', length: '{{frames}}' };
  const graph = {
    '1': { class_type: 'WanFirstLastFrameToVideo', inputs },
    '2': { class_type: 'SaveVideo', inputs: { video: ['1', 0] } },
  };
  const context = aContext({ settings: { workflows: { video: { graph, fps: 24 } } } });
  const {
    references: [first, last],
    ...words
  } = aRequest();
  if (!first || !last) throw new Error('two pictures');
  const clip = { ...words, model: 'comfyui-video', image: first, durationS: 2, fps: { num: 30, den: 1 } };
  wire.play(hasNone);
  await comfyui.video?.submit({ ...clip, lastImage: last }, context);
  expect(calls().filter((call) => call === 'POST /upload/image')).toHaveLength(2);
  const sent = wire.requests.find(({ path }) => path === '/prompt')?.json;
  const uploaded = 'scenewright/a.png';
  expect(sent).toMatchObject({
    prompt: { '1': { inputs: { start_image: uploaded, end_image: uploaded, length: 49 } } },
  });
  wire.play(hasNone);
  await expect(comfyui.video?.submit(clip, context)).rejects.toThrow(/needs a last picture/);
  expect(posts()).toEqual([]);
});

test('a workflow that has no place for a last picture makes the clip without it, and that is said', async () => {
  const graph = {
    '1': {
      class_type: 'WanImageToVideo',
      inputs: { start_image: '{{image}}', text: '{{prompt}}', length: '{{frames}}' },
    },
    '2': { class_type: 'SaveVideo', inputs: { video: ['1', 0] } },
  };
  const {
    references: [image, lastImage],
    ...words
  } = aRequest();
  if (!image || !lastImage) throw new Error('two pictures');
  wire.play(hasNone);
  const clip = { ...words, model: 'comfyui-video', image, lastImage, durationS: 2, fps: { num: 30, den: 1 } };
  const submitted = await comfyui.video?.submit(
    clip,
    aContext({ settings: { workflows: { video: { graph, fps: 24 } } } }),
  );
  expect(submitted).toMatchObject({
    receipt: { extra: { notes: expect.stringContaining('The workflow takes no last picture: it was left out.') } },
  });
});

test('the result is fetched from the engine’s own address', async () => {
  const receipt = await receiptOf();
  const file = { filename: 'a b&c.png', subfolder: 'x', type: 'output' };
  wire.play(has('completed', { outputs: { '2': { images: [file] }, '10': { images: [{ ...file, type: 'temp' }] } } }));
  const state = await comfyui.image?.poll?.(receipt, aContext());
  expect(state).toMatchObject({
    status: 'done',
    outputs: [
      {
        mime: 'image/png',
        url: `${wire.url}/view?filename=a+b%26c.png&subfolder=x&type=output`,
        notes: ['The workflow takes one reference picture: 1 left out.'],
      },
    ],
  });
});

test('the result is the file of the node that was named, else one that is kept, else the last of its kind', () => {
  const file = (filename: string, type = 'output') => ({ filename, subfolder: '', type });
  const outputs = {
    '3': { images: [file('first.png'), file('second.png')] },
    '7': { images: [file('preview.png', 'temp')], text: ['words'] },
    '9': { images: [file('clip.mp4')], animated: [true] },
    '12': { gifs: [file('loop.gif'), { ...file('other.webm'), format: 'video/webm' }] },
  };
  expect(chooseOutput('image', outputs, undefined)).toMatchObject({ filename: 'second.png' });
  expect(chooseOutput('image', outputs, '7')).toMatchObject({ filename: 'preview.png', type: 'temp' });
  expect(chooseOutput('video', outputs, undefined)).toMatchObject({ filename: 'other.webm', mime: 'video/webm' });
  expect(chooseOutput('video', outputs, '9')).toMatchObject({ filename: 'clip.mp4', mime: 'video/mp4' });
  expect(chooseOutput('video', { '3': { images: [file('still.png')] } }, undefined)).toBeNull();
});

test('cancelling stops our own job and nobody else’s, also where older builds would stop whatever runs', async () => {
  const receipt = await receiptOf();
  const older =
    (running: string, pending: string): Script =>
    ({ method, path }) => {
      if (path.startsWith('/api/')) return { status: 404 };
      if (method === 'POST') return {};
      if (path !== '/queue') return { json: {} };
      return { json: { queue_running: [[0, running, {}]], queue_pending: [[1, pending, {}]] } };
    };
  wire.play(older(ID, 'other'));
  expect(await comfyui.image?.cancel?.(receipt, aContext())).toBe('cancelled');
  expect(wire.requests.find(({ path }) => path === '/interrupt')?.json).toEqual({ prompt_id: ID });
  wire.play(older('other', ID));
  expect(await comfyui.image?.cancel?.(receipt, aContext())).toBe('cancelled');
  expect(calls()).not.toContain('POST /interrupt');
  expect(wire.requests.find(({ method, path }) => method === 'POST' && path === '/queue')?.json).toEqual({
    delete: [ID],
  });
  wire.play(older('other', 'another'));
  expect(await comfyui.image?.cancel?.(receipt, aContext())).toBe('cancelled');
  expect(calls().filter((call) => call.startsWith('POST'))).toEqual([`POST /api/jobs/${ID}/cancel`]);
});

test('without a workflow, or without what it needs, nothing is sent and a sentence says what to do', async () => {
  wire.play(hasNone);
  const submit = (given: Partial<ProviderContext>) => comfyui.image?.submit(aRequest(), aContext(given));
  await expect(submit({ settings: { workflows: {} } })).rejects.toThrow(/workflows\.image/);
  await expect(submit({ settings: { workflows: { image: { graph: {} } } } })).rejects.toThrow(/is empty/);
  const alone = comfyui.image?.submit({ ...aRequest(), references: [] }, aContext());
  await expect(alone).rejects.toMatchObject({
    kind: 'invalid_input',
    message: expect.stringMatching(/needs a reference/),
  });
  expect(posts()).toEqual([]);
});

test('a check says what answers, and which nodes of the workflows it has not', async () => {
  const stats = { system: { comfyui_version: '0.9.1' }, devices: [{ name: 'cuda:0 Card', vram_total: 24 * 2 ** 30 }] };
  const absent = new Set<string>();
  wire.play(({ path }) => {
    if (path === '/system_stats') return { json: stats };
    const name = path.split('/').at(-1) ?? '';
    return { json: absent.has(name) ? {} : { [name]: {} } };
  });
  const start = 'ComfyUI 0.9.1 answers, on cuda:0 Card with 24 GB.';
  expect(await comfyui.check?.(aContext())).toEqual({ says: `${start} It has every node of your workflows.` });
  absent.add('LoadImage');
  const says = `${start} The image workflow needs nodes that it has not: LoadImage.`;
  expect(await comfyui.check?.(aContext())).toEqual({ says });
  wire.play({ text: '<html>a router</html>' });
  await expect(comfyui.check?.(aContext())).rejects.toThrow('There is no ComfyUI at this address.');
});
