import { createFalClient } from '@fal-ai/client';
import { fal } from '#providers/fal/fal.ts';
import type { AdapterCase, Asked, Destination, RefusalCase, Shape, TaskCase } from './adapter-case.ts';
import { NEGATIVE, PROMPT, SEED } from './asking.ts';
import type { Answer, Recorded, Script } from './wire.ts';

// By hand from npm @fal-ai/client 1.10.1 (types and client) and fal.ai/docs (queue, model errors, request errors, FAQ) as
// they read on 2026-11-21.

const ID = '80e732af-660e-45cd-bd63-580e4f2a94cc';

/** Gives the addresses that fal wants to be asked at, which are those its client builds. */
const queued: Script = ({ origin, path }): Answer => {
  const request = `${origin}/${path.split('/').slice(1, 3).join('/')}/requests/${ID}`;
  return {
    json: {
      status: 'IN_QUEUE',
      request_id: ID,
      queue_position: 0,
      response_url: request,
      status_url: `${request}/status`,
      cancel_url: `${request}/cancel`,
    },
  };
};

const ofModel = (status: number, type: string, msg: string): Answer => ({
  status,
  headers: { 'x-fal-retryable': 'false' },
  json: { detail: [{ loc: ['body', 'prompt'], msg, type, url: `https://docs.fal.ai/errors#${type}`, input: '' }] },
});
const ofQueue = (status: number, type: string, detail: string): Answer => ({
  status,
  headers: { 'x-fal-error-type': type },
  json: { detail, error_type: type },
});

const refusals: readonly RefusalCase[] = [
  { name: 'no JSON', answer: { status: 400, json: { detail: 'Invalid JSON' } }, kind: 'invalid_input' },
  { name: 'the key is wrong', answer: { status: 401, json: { detail: 'Unauthorized' } }, kind: 'invalid_key' },
  { name: 'payment is required', answer: { status: 402, json: { detail: 'Payment required' } }, kind: 'quota' },
  {
    name: 'the account is empty',
    answer: { status: 403, json: { detail: 'User is locked. Reason: Exhausted balance.' } },
    kind: 'quota',
  },
  { name: 'the key may not do this', answer: { status: 403, json: { detail: 'Forbidden' } }, kind: 'invalid_key' },
  { name: 'no such model', answer: { status: 404, json: { detail: 'Application not found' } }, kind: 'invalid_input' },
  {
    name: 'a field is wrong',
    answer: ofModel(422, 'literal_error', 'Input should be 5 or 10'),
    kind: 'invalid_input',
    vendorCode: 'literal_error',
  },
  {
    name: 'the words are not allowed',
    answer: ofModel(422, 'content_policy_violation', 'The content could not be processed.'),
    kind: 'moderated',
    vendorCode: 'content_policy_violation',
  },
  {
    name: 'too often',
    answer: { status: 429, headers: { 'retry-after': '7' }, json: { detail: 'Too many requests' } },
    kind: 'rate_limited',
    retryAfterMs: 7000,
  },
  { name: 'trouble', answer: { status: 500, text: 'Internal Server Error' }, kind: 'ambiguous' },
  { name: 'no machine', answer: ofQueue(503, 'runner_scheduling_failure', 'No runner'), kind: 'ambiguous' },
  { name: 'a gateway gave up', answer: { status: 504, text: '<html>timeout</html>' }, kind: 'ambiguous' },
  { name: 'taken, and no request named', answer: { json: { status: 'IN_QUEUE' } }, kind: 'ambiguous' },
];

const isStatus = ({ path }: Recorded): boolean => path.endsWith('/status');
const state = (status: string, more: object = {}): Answer => ({ json: { status, request_id: ID, ...more } });
/** A finished request, and what lies at the address of its result. */
const completed =
  (result: Answer): Script =>
  (request) =>
    isStatus(request) ? state('COMPLETED', { metrics: { inference_time: 12.5 } }) : result;

function tasks(role: 'image' | 'video', path: string): TaskCase {
  const result = (url: string): Answer =>
    role === 'video'
      ? { json: { video: { url, content_type: 'video/mp4', file_name: 'out.mp4', file_size: 1 } } }
      : {
          json: {
            images: [{ url, content_type: 'image/png', width: 1, height: 1 }],
            has_nsfw_concepts: [false],
            seed: 7,
          },
        };
  return {
    states: [
      { name: 'IN_QUEUE', script: state('IN_QUEUE', { queue_position: 3 }), status: 'pending' },
      { name: 'IN_PROGRESS', script: state('IN_PROGRESS', { logs: null }), status: 'pending' },
      { name: 'a state nobody knows', script: state('DREAMING'), status: 'pending' },
      { name: 'COMPLETED', script: completed(result('https://v3b.fal.media/files/b/out')), status: 'done' },
      { name: 'COMPLETED with nothing in it', script: completed({ json: {} }), status: 'failed', kind: 'permanent' },
      {
        name: 'COMPLETED, and the machine was lost',
        script: state('COMPLETED', { error: 'Runner disconnected', error_type: 'runner_disconnected' }),
        status: 'failed',
        kind: 'transient',
      },
      {
        name: 'COMPLETED, and the model refused the words',
        script: completed(ofModel(422, 'content_policy_violation', 'The content could not be processed.')),
        status: 'failed',
        kind: 'moderated',
      },
      {
        name: 'COMPLETED, and the model refused the picture',
        script: completed(ofModel(422, 'image_too_small', 'Image dimensions are too small.')),
        status: 'failed',
        kind: 'invalid_input',
      },
      {
        name: 'COMPLETED, and the model broke',
        script: completed(ofModel(500, 'internal_server_error', 'Internal server error')),
        status: 'failed',
        kind: 'transient',
      },
      {
        name: 'COMPLETED more than an hour ago',
        script: completed({ status: 404, json: { detail: 'Not found' } }),
        status: 'failed',
        kind: 'permanent',
      },
      { name: 'CANCELED', script: state('CANCELED'), status: 'cancelled' },
      { name: 'FAILED', script: state('FAILED', { error: 'It broke.' }), status: 'failed', kind: 'permanent' },
      {
        name: 'a request it does not know',
        script: { status: 404, json: { detail: 'Request not found' } },
        status: 'lost',
      },
      ...(role === 'image'
        ? [
            {
              name: 'COMPLETED with a black picture',
              script: completed({
                json: { images: [{ url: 'https://v3b.fal.media/black.png' }], has_nsfw_concepts: [true] },
              }),
              status: 'failed',
              kind: 'moderated',
            } as const,
          ]
        : []),
    ],
    parity: {
      poll: ({ id, model }, to) => client(to).queue.status(model, { requestId: id }),
      cancel: ({ id, model }, to) => client(to).queue.cancel(model, { requestId: id }),
    },
    done: (url) => completed(result(url)),
    cancel: {
      call: `PUT ${path}/requests/${ID}/cancel`,
      answers: [
        { script: { status: 202, json: { status: 'CANCELLATION_REQUESTED' } }, outcome: 'cancelled' },
        { script: { json: { status: 'OK' } }, outcome: 'cancelled' },
        { script: { json: { status: 'ALREADY_COMPLETED' } }, outcome: 'too_late' },
        { script: { status: 400, json: { status: 'ALREADY_COMPLETED' } }, outcome: 'too_late' },
        { script: { status: 404, json: { status: 'NOT_FOUND' } }, outcome: 'too_late' },
      ],
    },
  };
}

const PICTURE = 'data:image/png';
const UNKNOWN_VIDEO = 'somebody/film-9/image-to-video';
const UNKNOWN_IMAGE = 'somebody/paint-9';

const KLING_3 = (last: boolean): object => ({
  start_image_url: PICTURE,
  ...(last ? { end_image_url: PICTURE } : {}),
  generate_audio: false,
});
const CLIPS: Readonly<Record<string, (last: boolean) => object>> = {
  'fal-ai/kling-video/v3/standard/image-to-video': KLING_3,
  'fal-ai/kling-video/v3/pro/image-to-video': KLING_3,
  'fal-ai/kling-video/v2.5-turbo/pro/image-to-video': (last) => ({
    image_url: PICTURE,
    ...(last ? { tail_image_url: PICTURE } : {}),
  }),
  'fal-ai/wan/v2.7/image-to-video': (last) => ({
    image_url: PICTURE,
    ...(last ? { end_image_url: PICTURE } : {}),
    seed: SEED,
    enable_prompt_expansion: false,
  }),
  [UNKNOWN_VIDEO]: () => ({ image_url: PICTURE }),
};

const SIZES: Readonly<Record<Shape, object>> = {
  portrait: { width: 1088, height: 1920 },
  landscape: { width: 1920, height: 1088 },
  square: { width: 1088, height: 1088 },
};
/** Its client has no address to set, so that its calls are led here. */
function client({ baseUrl, apiKey }: Destination): ReturnType<typeof createFalClient> {
  const led: typeof globalThis.fetch = (url, init) =>
    fetch(String(url instanceof Request ? url.url : url).replace('https://queue.fal.run', baseUrl), init);
  return createFalClient({ credentials: apiKey, fetch: led, retry: { maxRetries: 0 } });
}

function parity(sent: Recorded, _: Asked, to: Destination): Promise<unknown> {
  return client(to).queue.submit(sent.path.slice(1), { input: sent.json as Record<string, unknown> });
}

const common = {
  provider: fal,
  isSubmit: ({ method }) => method === 'POST',
  vendor: queued,
  schema: () => null, // each model has a schema of its own at fal.ai; the client's types are what they are generated to
  parity,
  headers: ['authorization', 'content-type', 'accept'],
  refusals,
} satisfies Partial<AdapterCase>;

/** fal's wire: a clip of a picture, and a picture. */
export const falCases: readonly AdapterCase[] = [
  {
    ...common,
    ask: 'video',
    models: Object.keys(CLIPS),
    references: (model) => (model === UNKNOWN_VIDEO ? 0 : 1),
    golden: ({ model, references }) => ({
      prompt: PROMPT,
      duration: '5',
      negative_prompt: NEGATIVE,
      ...CLIPS[model]?.(references > 0),
    }),
    task: tasks('video', '/fal-ai/kling-video'),
  },
  {
    ...common,
    ask: 'image',
    models: ['fal-ai/flux-2-pro', 'fal-ai/flux-2', 'fal-ai/flux/schnell', UNKNOWN_IMAGE],
    references: (model) => (model === 'fal-ai/flux/schnell' ? 0 : 2),
    golden: ({ model, shape, references }) => ({
      prompt: PROMPT,
      ...(references > 0 ? { image_urls: Array.from({ length: references }, () => PICTURE) } : {}),
      image_size: SIZES[shape],
      seed: SEED,
      ...(model === UNKNOWN_IMAGE ? {} : { output_format: 'png' }),
    }),
    task: tasks('image', '/fal-ai/flux-2-pro'),
  },
];
