import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { comfyui } from '#providers/comfyui/comfyui.ts';
import type { AdapterCase, Asked, RefusalCase, Shape, TaskCase, TaskStateCase } from './adapter-case.ts';
import { NEGATIVE, PROMPT, SEED } from './asking.ts';
import type { Answer, Script } from './wire.ts';

// By hand from ComfyUI's server.py (002c3fb9) and comfy_execution/jobs.py (172be438); bodies by test/specs/local-engines.

const WORKFLOWS = join(import.meta.dirname, '../../src/providers/comfyui/workflows');
const fluxText = readFileSync(join(WORKFLOWS, 'flux-image.json'), 'utf8');
const wanText = readFileSync(join(WORKFLOWS, 'wan22-image-to-video.json'), 'utf8');

/** What the examples that we ship are filled with, as a reader would by hand. */
const settings = {
  workflows: {
    image: { graph: JSON.parse(fluxText) as Record<string, unknown> },
    video: { graph: JSON.parse(wanText) as Record<string, unknown> },
  },
};

/** A ComfyUI that knows no job yet. */
const knowsNothing: Script = ({ method, path }): Answer => {
  if (method === 'POST' && path === '/prompt') return { json: { prompt_id: 'theirs', number: 1, node_errors: {} } };
  if (path === '/upload/image') return { json: { name: 'stored.png', subfolder: 'scenewright', type: 'input' } };
  if (path === '/queue') return { json: { queue_running: [], queue_pending: [] } };
  if (path.startsWith('/history/')) return { json: {} };
  return { status: 404, json: { error: 'Job not found' } };
};

const refused = (status: number, message: string, type: string): Answer => ({
  status,
  json: { error: { type, message, details: '', extra_info: {} }, node_errors: [] },
});

const refusals: readonly RefusalCase[] = [
  {
    name: 'a model is not there',
    answer: {
      status: 400,
      json: {
        error: { type: 'prompt_outputs_failed_validation', message: 'Prompt outputs failed validation', details: '' },
        node_errors: {
          '1': {
            class_type: 'UNETLoader',
            errors: [{ type: 'value_not_in_list', message: 'Value not in list', details: 'unet_name: flux1-dev' }],
            dependent_outputs: ['10'],
          },
        },
      },
    },
    kind: 'invalid_input',
    vendorCode: 'prompt_outputs_failed_validation',
  },
  {
    name: 'an id in another spelling',
    answer: refused(400, 'Invalid prompt id', 'invalid_prompt_id'),
    kind: 'invalid_input',
  },
  { name: 'a proxy wants to know who asks', answer: { status: 401, text: 'Unauthorized' }, kind: 'invalid_key' },
  { name: 'a proxy wants money', answer: { status: 402, text: 'Payment required' }, kind: 'quota' },
  { name: 'something else listens there', answer: { status: 404, text: 'not found' }, kind: 'invalid_input' },
  {
    name: 'too often',
    answer: { status: 429, headers: { 'retry-after': '7' }, text: 'slow down' },
    kind: 'rate_limited',
    retryAfterMs: 7000,
  },
  { name: 'trouble', answer: { status: 500, text: '500 Internal Server Error' }, kind: 'ambiguous' },
];

/** What every question about any job is answered with; the id is that of the question. */
function job(status: string, more: object = {}): Script {
  return ({ path }) => ({ json: { id: path.split('/').at(-1), status, ...more } });
}

const errorOfNode = {
  exception_message: 'Allocation on device\n',
  exception_type: 'torch.OutOfMemoryError',
  node_type: 'KSampler',
};

/** Builds before `/api/jobs`: the queue and the history are all there is. */
function before(place: 'running' | 'pending' | 'nowhere', entry?: object): Script {
  return ({ method, path }) => {
    if (method === 'POST' && (path === '/queue' || path === '/interrupt')) return {};
    const id = path.split('/').at(-1) ?? '';
    if (path.startsWith('/history/')) return { json: entry ? { [id]: { prompt: [], ...entry } } : {} };
    if (path !== '/queue') return { status: 404, text: '404: Not Found' };
    return {
      json: { queue_running: place === 'running' ? [item] : [], queue_pending: place === 'pending' ? [item] : [] },
    };
  };
}

/** The id of the suite's own generation at ComfyUI: always the same, so that it is found again. */
const JOB = 'f4e946fc-f5d5-8cef-a3a2-e5c2870073c1';
const item = [1, JOB, {}, {}, []];

function states(files: { readonly role: 'image' | 'video' }): readonly TaskStateCase[] {
  const made = files.role === 'image' ? { filename: 'picture_00001_.png' } : { filename: 'clip_00001_.mp4' };
  const file = { ...made, subfolder: 'scenewright', type: 'output' };
  const outputs = { [files.role === 'image' ? '10' : '15']: { images: [file], animated: [files.role === 'video'] } };
  const messages = [['execution_start', {}]];
  return [
    { name: 'pending', script: job('pending'), status: 'pending' },
    { name: 'in_progress', script: job('in_progress'), status: 'pending' },
    { name: 'a state nobody knows', script: job('paused'), status: 'pending' },
    { name: 'completed', script: job('completed', { outputs }), status: 'done' },
    {
      name: 'completed with nothing in it',
      script: job('completed', { outputs: {} }),
      status: 'failed',
      kind: 'permanent',
    },
    { name: 'failed', script: job('failed', { execution_error: errorOfNode }), status: 'failed', kind: 'permanent' },
    { name: 'cancelled', script: job('cancelled'), status: 'cancelled' },
    { name: 'forgotten by a restart', script: knowsNothing, status: 'lost' },
    { name: 'older builds: running', script: before('running'), status: 'pending' },
    { name: 'older builds: in the queue', script: before('pending'), status: 'pending' },
    {
      name: 'older builds: done',
      script: before('nowhere', { outputs, status: { status_str: 'success', completed: true, messages } }),
      status: 'done',
    },
    {
      name: 'older builds: failed',
      script: before('nowhere', {
        outputs: {},
        status: { status_str: 'error', completed: false, messages: [...messages, ['execution_error', errorOfNode]] },
      }),
      status: 'failed',
      kind: 'permanent',
    },
    {
      name: 'older builds: interrupted',
      script: before('nowhere', {
        outputs: {},
        status: { status_str: 'error', completed: false, messages: [...messages, ['execution_interrupted', {}]] },
      }),
      status: 'cancelled',
    },
    { name: 'older builds: forgotten', script: before('nowhere'), status: 'lost' },
  ];
}

function tasks(role: 'image' | 'video'): TaskCase {
  return {
    states: states({ role }),
    done: () => job('completed', { outputs: {} }),
    givesNoAddress: 'only names of files, which are asked for at its own address: comfyui.test.ts',
    find: { has: () => job('pending'), hasNot: knowsNothing, nothing: 'none' },
    cancel: {
      call: `POST /api/jobs/${JOB}/cancel`,
      answers: [
        { script: { json: { cancelled: true } }, outcome: 'cancelled' },
        {
          script: ({ method }) =>
            method === 'POST'
              ? { json: { cancelled: false } }
              : { json: { id: JOB, status: 'completed', outputs: {} } },
          outcome: 'too_late',
        },
        { script: before('pending'), outcome: 'cancelled' },
        { script: before('running'), outcome: 'cancelled' },
        { script: before('nowhere', { outputs: {}, status: { status_str: 'success' } }), outcome: 'too_late' },
        { script: before('nowhere'), outcome: 'cancelled' },
      ],
    },
  };
}

/** Flux is asked for the frame in blocks of sixteen, WAN for at most 720 × 1280 pixels of it. */
const PICTURES: Readonly<Record<Shape, readonly [number, number]>> = {
  portrait: [1088, 1920],
  landscape: [1920, 1088],
  square: [1088, 1088],
};
const CLIPS: Readonly<Record<Shape, readonly [number, number]>> = {
  portrait: [720, 1280],
  landscape: [1280, 720],
  square: [960, 960],
};

function body(text: string, [width, height]: readonly [number, number]): unknown {
  const filled = text
    .replace('{{prompt}}', PROMPT)
    .replace('{{negative}}', NEGATIVE)
    .replace('{{image}}', 'scenewright/stored.png')
    .replace('"{{width}}"', String(width))
    .replace('"{{height}}"', String(height))
    .replace('"{{frames}}"', '81') // 5 s of 16 frames, and the next number of the form 4k + 1
    .replace('"{{seed}}"', String(SEED));
  return { prompt: JSON.parse(filled) as unknown, prompt_id: JOB, client_id: 'scenewright' };
}

const common = {
  provider: comfyui,
  isSubmit: ({ method, path }) => method === 'POST' && path === '/prompt',
  vendor: knowsNothing,
  schema: () => ({ file: 'local-engines', definition: 'ComfyPromptRequest' }),
  refusals,
} satisfies Partial<AdapterCase>;

/** ComfyUI's wire, by the workflows that we ship as examples. */
export const comfyuiCases: readonly AdapterCase[] = [
  {
    ...common,
    ask: 'image',
    context: { settings },
    golden: ({ shape }: Asked) => body(fluxText, PICTURES[shape]),
    task: tasks('image'),
  },
  {
    ...common,
    ask: 'video',
    context: { settings },
    golden: ({ shape }: Asked) => body(wanText, CLIPS[shape]),
    task: tasks('video'),
  },
];
