import { replicate } from '#providers/replicate/replicate.ts';
import Replicate from 'replicate';
import { z } from 'zod';
import type { AdapterCase, Asked, Destination, RefusalCase, Shape, TaskCase } from './adapter-case.ts';
import { NEGATIVE, PROMPT, SEED } from './asking.ts';
import type { Answer, Recorded, Script } from './wire.ts';

// By hand from npm replicate 1.4.0 (client and types) and replicate.com/docs (predictions, lifecycle, rate limits) as they
// read on 2026-11-21; inputs from replicate.com/{model}/api.

const ID = 'gm3qorzdhgbfurvjtvhg6dckhu';
const FILE = 'https://api.replicate.com/v1/files/NzAxZjQ4';

const Submit = z.object({ input: z.record(z.string(), z.unknown()) });

const prediction = (status: string, more: object = {}) => ({
  json: {
    id: ID,
    model: 'kwaivgi/kling-v2.5-turbo-pro',
    version: 'hidden',
    input: {},
    output: null,
    logs: '',
    error: null,
    status,
    source: 'api',
    data_removed: false,
    created_at: '2026-11-21T12:00:00.123Z',
    urls: {
      get: `https://api.replicate.com/v1/predictions/${ID}`,
      cancel: `https://api.replicate.com/v1/predictions/${ID}/cancel`,
    },
    ...more,
  },
});

/** Takes pictures in, and predictions. */
const takes: Script = ({ path }): Answer =>
  path === '/v1/files'
    ? { status: 201, json: { id: 'NzAxZjQ4', name: 'a.png', content_type: 'image/png', size: 1, urls: { get: FILE } } }
    : { status: 201, ...prediction('starting') };

const problem = (status: number, title: string, detail: string): Answer => ({
  status,
  json: { title, detail, status },
});

const refusals: readonly RefusalCase[] = [
  { name: 'no JSON', answer: problem(400, 'Bad request', 'The body is no JSON.'), kind: 'invalid_input' },
  {
    name: 'the key is wrong',
    answer: problem(401, 'Unauthenticated', 'You did not pass a valid token'),
    kind: 'invalid_key',
  },
  {
    name: 'the account is empty',
    answer: problem(402, 'Insufficient credit', 'Add credit to run this.'),
    kind: 'quota',
  },
  { name: 'the key may not do this', answer: problem(403, 'Forbidden', 'No permission.'), kind: 'invalid_key' },
  {
    name: 'no such model',
    answer: problem(404, 'Not found', 'The requested resource was not found.'),
    kind: 'invalid_input',
  },
  {
    name: 'a field is wrong',
    answer: {
      status: 422,
      json: {
        title: 'Input validation failed',
        detail: '- input.duration: duration must be one of the following: 5, 10\n',
        status: 422,
        invalid_fields: [{ type: 'enum', field: 'input.duration', description: 'must be 5 or 10' }],
      },
    },
    kind: 'invalid_input',
  },
  {
    name: 'too often, told in words',
    answer: { status: 429, json: { detail: 'Request was throttled. Your rate limit resets in ~30s.' } },
    kind: 'rate_limited',
    retryAfterMs: 30_000,
  },
  {
    name: 'too often, told in a header',
    answer: { status: 429, headers: { 'retry-after': '7' }, json: { detail: 'Request was throttled.' } },
    kind: 'rate_limited',
    retryAfterMs: 7000,
  },
  { name: 'trouble', answer: problem(500, 'Internal error', 'Please try again later.'), kind: 'ambiguous' },
  { name: 'overloaded', answer: { status: 503, text: 'Service Unavailable' }, kind: 'ambiguous' },
  { name: 'taken, and no prediction named', answer: { status: 201, json: { status: 'starting' } }, kind: 'ambiguous' },
];

/** The list of the account, in which the prediction of that submit is one of two. */
function listedAs({ path, json }: Recorded): Script {
  const { input } = Submit.parse(json);
  const [, model] = /^\/v1\/models\/(.+)\/predictions$/.exec(path) ?? [];
  const listed = { model, created_at: new Date().toISOString() };
  const other = prediction('starting', { ...listed, id: 'another', input: { ...input, prompt: 'a jar' } });
  return { json: { next: null, results: [other.json, prediction('starting', { ...listed, input }).json] } };
}

function tasks(output: (url: string) => unknown): TaskCase {
  const failure = (name: string, error: string, kind: 'moderated' | 'permanent') =>
    ({ name, script: prediction('failed', { error }), status: 'failed', kind }) as const;
  return {
    states: [
      { name: 'starting', script: prediction('starting'), status: 'pending' },
      { name: 'processing', script: prediction('processing', { logs: ' 40%|####' }), status: 'pending' },
      { name: 'a state nobody knows', script: prediction('dreaming'), status: 'pending' },
      {
        name: 'succeeded',
        script: prediction('succeeded', { output: output('https://replicate.delivery/x/out') }),
        status: 'done',
      },
      {
        name: 'succeeded with nothing in it',
        script: prediction('succeeded', { output: null }),
        status: 'failed',
        kind: 'permanent',
      },
      {
        name: 'succeeded more than an hour ago',
        script: prediction('succeeded', { output: null, data_removed: true }),
        status: 'failed',
        kind: 'permanent',
      },
      failure('failed', 'CUDA out of memory', 'permanent'),
      failure('failed without a reason', '', 'permanent'),
      failure('failed by the rules', 'The input or output was flagged as sensitive. (E005)', 'moderated'),
      failure('failed as NSFW', 'NSFW content detected. Try a different prompt.', 'moderated'),
      { name: 'canceled', script: prediction('canceled'), status: 'cancelled' },
      { name: 'aborted', script: prediction('aborted'), status: 'failed', kind: 'permanent', costMicroUsd: 0 },
      { name: 'a prediction it does not know', script: problem(404, 'Not found', 'Not found.'), status: 'lost' },
    ],
    parity: {
      poll: ({ id }, to) => client(to).predictions.get(id),
      cancel: ({ id }, to) => client(to).predictions.cancel(id),
    },
    done: (url) => prediction('succeeded', { output: output(url) }),
    // Never `none`: inputs are removed after an hour, and nobody says how soon a prediction is listed.
    find: { has: listedAs, hasNot: { json: { next: null, results: [] } }, nothing: 'unknown' },
    cancel: {
      call: `POST /v1/predictions/${ID}/cancel`,
      answers: [
        {
          script: ({ method }) => prediction(method === 'POST' ? 'canceled' : 'processing'),
          outcome: 'cancelled',
        },
        { script: prediction('canceled'), outcome: 'cancelled', isCalled: false },
        {
          script: prediction('succeeded', { output: output('https://replicate.delivery/x/out') }),
          outcome: 'too_late',
          isCalled: false,
        },
        { script: prediction('failed', { error: 'it broke' }), outcome: 'too_late', isCalled: false },
        // Nobody knows what became of it, and so nobody knows that it was not paid.
        { script: problem(404, 'Not found', 'Not found.'), outcome: 'too_late', isCalled: false },
      ],
    },
  };
}

const UNKNOWN = 'somebody/thing';
const VERSION = `${UNKNOWN}:5c7d5dc6dd8bf75c1acaa8565735e7986bc5b66206b55cca93cb72c9bf15ccaa`;

const CLIPS: Readonly<Record<string, (last: boolean) => object>> = {
  'kwaivgi/kling-v2.5-turbo-pro': (last) => ({
    start_image: FILE,
    ...(last ? { end_image: FILE } : {}),
    negative_prompt: NEGATIVE,
    prompt: PROMPT,
  }),
  'bytedance/seedance-1-pro': (last) => ({
    image: FILE,
    ...(last ? { last_frame_image: FILE } : {}),
    prompt: `${PROMPT}\n\nAvoid: ${NEGATIVE}`,
    resolution: '1080p',
    seed: SEED,
  }),
  [UNKNOWN]: () => ({ image: FILE, prompt: `${PROMPT}\n\nAvoid: ${NEGATIVE}` }),
  [VERSION]: () => ({ image: FILE, prompt: `${PROMPT}\n\nAvoid: ${NEGATIVE}` }),
};

const RATIOS: Readonly<Record<Shape, string>> = { portrait: '9:16', landscape: '16:9', square: '1:1' };
const PIXELS: Readonly<Record<Shape, object>> = {
  portrait: { width: 1088, height: 1920 },
  landscape: { width: 1920, height: 1088 },
  square: { width: 1088, height: 1088 },
};
const PICTURES: Readonly<Record<string, (shape: Shape, references: number) => object>> = {
  'black-forest-labs/flux-2-pro': (shape, references) => ({
    aspect_ratio: 'custom',
    ...PIXELS[shape],
    ...(references > 0 ? { input_images: Array.from({ length: references }, () => FILE) } : {}),
    output_format: 'png',
    seed: SEED,
  }),
  'black-forest-labs/flux-1.1-pro': (shape, references) => ({
    aspect_ratio: RATIOS[shape],
    ...(references > 0 ? { image_prompt: FILE } : {}),
    output_format: 'png',
    seed: SEED,
  }),
  'black-forest-labs/flux-schnell': (shape) => ({ aspect_ratio: RATIOS[shape], output_format: 'png', seed: SEED }),
  [UNKNOWN]: (shape) => ({ aspect_ratio: RATIOS[shape] }),
};

const withVersion = (model: string, input: object): object =>
  model === VERSION ? { input, version: VERSION.split(':')[1] } : { input };

const client = ({ apiKey, baseUrl }: Destination): Replicate => new Replicate({ auth: apiKey, baseUrl });

async function parity(sent: Recorded, { model }: Asked, to: Destination): Promise<unknown> {
  const { input } = sent.json as { input: object };
  const [name = '', version] = model.split(':');
  return client(to).predictions.create(version === undefined ? { model: name, input } : { version, input });
}

const common = {
  provider: replicate,
  isSubmit: ({ method, path }) => method === 'POST' && path.endsWith('/predictions'),
  vendor: takes,
  schema: () => null, // each model publishes a schema of its own, for `input` alone
  parity,
  headers: ['authorization', 'content-type', 'prefer'],
  refusals,
} satisfies Partial<AdapterCase>;

/** Replicate's wire: a clip of a picture, and a picture. */
export const replicateCases: readonly AdapterCase[] = [
  {
    ...common,
    ask: 'video',
    models: Object.keys(CLIPS),
    references: (model) => (model.startsWith(UNKNOWN) ? 0 : 1),
    golden: ({ model, references }) => withVersion(model, { duration: 5, ...CLIPS[model]?.(references > 0) }),
    task: tasks((url) => url),
  },
  {
    ...common,
    ask: 'image',
    models: Object.keys(PICTURES),
    references: (model) => (model.includes('flux-2') || model.includes('1.1') ? 2 : 0),
    golden: ({ model, shape, references }) => ({ input: { prompt: PROMPT, ...PICTURES[model]?.(shape, references) } }),
    task: tasks((url) => [url]),
  },
];
