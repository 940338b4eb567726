import { runway } from '#providers/runway/runway.ts';
import RunwayML from '@runwayml/sdk';
import type { AdapterCase, Asked, RefusalCase, Shape, TaskCase, TaskStateCase } from './adapter-case.ts';
import { DURATION_S, NEGATIVE, PROMPT, SEED } from './asking.ts';

// Recorded by hand from docs.dev.runwayml.com as FACTS section 4 has it, and from the types of npm @runwayml/sdk 4.20.1.

const TASK = '17f20503-6c24-4c16-946b-35dbbce2af2f';
const CREATED_AT = '2026-11-21T12:00:00.000Z';

const task = (status: string, more: object = {}) => ({
  json: { id: TASK, createdAt: CREATED_AT, status, ...more },
});
const failed = (failureCode: string, credits: number) =>
  task('FAILED', { failure: 'Something was wrong.', failureCode, cost: { credits } });
const failure = (failureCode: string, kind: NonNullable<TaskStateCase['kind']>, credits = 0): TaskStateCase => ({
  name: failureCode,
  script: failed(failureCode, credits),
  status: 'failed',
  kind,
  costMicroUsd: credits * 10_000,
});

const refusals: readonly RefusalCase[] = [
  {
    name: 'a field is wrong',
    answer: {
      status: 400,
      json: { error: 'Validation of body failed', issues: [{ path: ['ratio'], message: 'Invalid option' }] },
    },
    kind: 'invalid_input',
  },
  { name: 'the key is wrong', answer: { status: 401, json: { error: 'Unauthorized' } }, kind: 'invalid_key' },
  { name: 'payment is required', answer: { status: 402, json: { error: 'Payment required' } }, kind: 'quota' },
  {
    name: 'the account is empty',
    answer: { status: 400, json: { error: 'You do not have enough credits to run this task.' } },
    kind: 'quota',
  },
  {
    name: 'the day is used up',
    answer: { status: 429, json: { error: 'You have reached the daily generation limit for this model.' } },
    kind: 'quota',
  },
  {
    name: 'too often',
    answer: { status: 429, headers: { 'retry-after': '7' }, json: { error: 'Too many requests' } },
    kind: 'rate_limited',
    retryAfterMs: 7000,
  },
  { name: 'no such thing', answer: { status: 404, json: { error: 'Not found' } }, kind: 'invalid_input' },
  { name: 'trouble', answer: { status: 500, text: 'Internal Server Error' }, kind: 'ambiguous' },
  { name: 'overloaded', answer: { status: 503, json: { error: 'Service unavailable' } }, kind: 'ambiguous' },
  { name: 'a gateway gave up', answer: { status: 504, text: '<html>timeout</html>' }, kind: 'ambiguous' },
  { name: 'taken, and no task named', answer: { json: { estimatedCost: { credits: 25 } } }, kind: 'ambiguous' },
];

const tasks: TaskCase = {
  states: [
    { name: 'PENDING', script: task('PENDING', { estimatedCost: { credits: 25 } }), status: 'pending' },
    { name: 'THROTTLED', script: task('THROTTLED', { estimatedCost: { credits: 25 } }), status: 'pending' },
    {
      name: 'RUNNING',
      script: task('RUNNING', { progress: 0.4, estimatedCost: { credits: 25 } }),
      status: 'pending',
      progress: 0.4,
    },
    { name: 'a state nobody knows', script: task('DREAMING'), status: 'pending' },
    {
      name: 'SUCCEEDED',
      script: task('SUCCEEDED', { output: ['https://cdn.example/clip.mp4'], cost: { credits: 25 } }),
      status: 'done',
      costMicroUsd: 250_000,
    },
    {
      name: 'SUCCEEDED with nothing in it',
      script: task('SUCCEEDED', { output: [], cost: { credits: 25 } }),
      status: 'failed',
      kind: 'permanent',
      costMicroUsd: 250_000,
    },
    { name: 'CANCELLED', script: task('CANCELLED', { cost: { credits: 0 } }), status: 'cancelled' },
    { name: 'a task it does not know', script: { status: 404, json: { error: 'Task not found' } }, status: 'lost' },
    failure('SAFETY.INPUT.TEXT', 'moderated', 25),
    failure('SAFETY.OUTPUT.VIDEO', 'moderated'),
    failure('INPUT_PREPROCESSING.SAFETY.TEXT', 'moderated'),
    failure('INTERNAL.BAD_OUTPUT.CODE01', 'transient'),
    failure('INTERNAL', 'transient'),
    failure('INPUT_PREPROCESSING.INTERNAL', 'transient'),
    failure('ASSET.INVALID', 'invalid_input'),
    failure('THIRD_PARTY.UNAVAILABLE', 'permanent'),
    {
      name: 'FAILED without a code',
      script: task('FAILED', { failure: 'Something was wrong.', cost: { credits: 0 } }),
      status: 'failed',
      kind: 'permanent',
      costMicroUsd: 0,
    },
  ],
  parity: {
    poll: ({ id }, to) => client(to).tasks.retrieve(id),
    cancel: ({ id }, to) => client(to).tasks.delete(id),
  },
  done: (url) => task('SUCCEEDED', { output: [url], cost: { credits: 25 } }),
  cancel: {
    call: `DELETE /v1/tasks/${TASK}`,
    answers: [
      {
        script: ({ method }) => (method === 'DELETE' ? { status: 204 } : task('RUNNING', { progress: 0.4 })),
        outcome: 'cancelled',
      },
      { script: task('CANCELLED', { cost: { credits: 0 } }), outcome: 'cancelled', isCalled: false },
      // A DELETE would delete what was paid for.
      { script: task('SUCCEEDED', { output: ['https://cdn.example/clip.mp4'] }), outcome: 'too_late', isCalled: false },
      { script: failed('INTERNAL', 0), outcome: 'too_late', isCalled: false },
      // Nobody knows what became of it, and so nobody knows that it was not paid.
      { script: { status: 404, json: { error: 'Task not found' } }, outcome: 'too_late', isCalled: false },
    ],
  },
};

/** The ratios of the documented table (gen3a_turbo) and of what is served today; others follow their picture. */
const RATIOS: Readonly<Record<string, readonly [portrait: object, landscape: object, square: object]>> = {
  gen3a_turbo: [{ ratio: '768:1280' }, { ratio: '1280:768' }, {}],
  gen4: [{ ratio: '720:1280' }, { ratio: '1280:720' }, { ratio: '960:960' }],
  'no square': [{ ratio: '720:1280' }, { ratio: '1280:720' }, { ratio: '720:1280' }],
  hailuo3: [
    { ratio: '9:16', resolution: '768p' },
    { ratio: '16:9', resolution: '768p' },
    { ratio: '1:1', resolution: '768p' },
  ],
  auto: [{ ratio: 'auto_720p' }, { ratio: 'auto_720p' }, { ratio: 'auto_720p' }],
  '720p': [{ resolution: '720p' }, { resolution: '720p' }, { resolution: '720p' }],
  '768p': [{ resolution: '768p' }, { resolution: '768p' }, { resolution: '768p' }],
  'gen4 image': [{ ratio: '1080:1920' }, { ratio: '1920:1080' }, { ratio: '1080:1080' }],
  'gpt image': [{ ratio: '1088:1920' }, { ratio: '1920:1088' }, { ratio: '1920:1920' }],
  'gemini image': [{ ratio: '768:1344' }, { ratio: '1344:768' }, { ratio: '1024:1024' }],
  muse: [{ ratio: '1152:2016' }, { ratio: '2016:1152' }, { ratio: '1600:1600' }],
  seedream: [{ ratio: '1530:2720' }, { ratio: '2720:1530' }, { ratio: '2048:2048' }],
};

const SHAPES: readonly Shape[] = ['portrait', 'landscape', 'square'];

function sizeOf(row: string, { shape }: Asked): object {
  return RATIOS[row]?.[SHAPES.indexOf(shape)] ?? { missing: row };
}

interface Clip {
  readonly row: string;
  readonly definition: string | null;
  readonly duration: number;
  /** Whether it takes a seed, its sound may be left out, it knows what to avoid, and it takes a last picture. */
  readonly seed?: true;
  readonly audio?: false;
  readonly negative?: true;
  readonly last?: true;
}

/** Five seconds are asked for: the next length up of each. */
const CLIPS: Readonly<Record<string, Clip>> = {
  gen4_turbo: { row: 'gen4', definition: 'Gen4Turbo', duration: 5, seed: true },
  'gen4.5': { row: 'gen4', definition: 'Gen4_5', duration: 5, seed: true },
  'veo3.1': {
    row: 'no square',
    definition: 'Veo3_1',
    duration: 6,
    seed: true,
    audio: false,
    negative: true,
    last: true,
  },
  'veo3.1_fast': {
    row: 'no square',
    definition: 'Veo3_1Fast',
    duration: 6,
    seed: true,
    audio: false,
    negative: true,
    last: true,
  },
  seedance2: { row: 'gen4', definition: 'Seedance2', duration: 5, seed: true, audio: false, last: true },
  seedance2_fast: { row: 'gen4', definition: 'Seedance2Fast', duration: 5, seed: true, audio: false, last: true },
  seedance2_mini: { row: 'gen4', definition: 'Seedance2Mini', duration: 5, seed: true, audio: false, last: true },
  seedance2_5: { row: 'gen4', definition: 'Seedance2_5', duration: 5, seed: true, audio: false, last: true },
  gemini_omni_flash: { row: 'no square', definition: 'GeminiOmniFlash', duration: 5 },
  'gemini_omni_flash_1.1': { row: 'no square', definition: 'GeminiOmniFlash1_1', duration: 5, last: true },
  wan3: { row: 'auto', definition: 'Wan3', duration: 5, audio: false, last: true },
  wan3_prime: { row: 'auto', definition: 'Wan3Prime', duration: 5, audio: false, last: true },
  hailuo3: { row: 'hailuo3', definition: 'Hailuo3', duration: 5, last: true },
  h3_max: { row: '768p', definition: 'H3Max', duration: 5, seed: true, last: true },
  happyhorse_1_0: { row: '720p', definition: 'Happyhorse1_0', duration: 5 },
  grok_imagine_1_5: { row: '720p', definition: 'GrokImagine1_5', duration: 5 },
  gen3a_turbo: { row: 'gen3a_turbo', definition: null, duration: 5, seed: true }, // in no schema since 2026-06-10
  'gen9-of-tomorrow': { row: 'gen4', definition: null, duration: 5, seed: true }, // unknown: passed on like the default
};

const PICTURES: Readonly<Record<string, { row: string; definition: string; references: number; seed?: true }>> = {
  gen4_image: { row: 'gen4 image', definition: 'Gen4Image', references: 2, seed: true },
  gen4_image_turbo: { row: 'gen4 image', definition: 'Gen4ImageTurbo', references: 2, seed: true },
  gpt_image_2_5_flare: { row: 'gpt image', definition: 'GptImage2_5Flare', references: 2 },
  gpt_image_2_5_sunburst: { row: 'gpt image', definition: 'GptImage2_5Sunburst', references: 2 },
  'gemini_image3.1_flash': { row: 'gemini image', definition: 'GeminiImage3_1Flash', references: 2 },
  gemini_image3_pro: { row: 'gemini image', definition: 'GeminiImage3Pro', references: 2 },
  muse_image: { row: 'muse', definition: 'MuseImage', references: 2 },
  seedream5_pro: { row: 'seedream', definition: 'Seedream5Pro', references: 2 },
};

const PICTURE = 'data:image/jpeg';

const created = { json: { id: TASK, estimatedCost: { credits: 25 } } };

const client = ({ baseUrl, apiKey }: { readonly baseUrl: string; readonly apiKey: string }) =>
  new RunwayML({ apiKey, baseURL: baseUrl, maxRetries: 0 });

const headers = ['authorization', 'x-runway-version', 'content-type'];

/** Runway's wire: a clip of a picture, and a picture. */
export const runwayCases: readonly AdapterCase[] = [
  {
    provider: runway,
    ask: 'video',
    models: Object.keys(CLIPS),
    references: (model) => (CLIPS[model]?.last ? 1 : 0),
    isSubmit: ({ method, path }) => method === 'POST' && path === '/v1/image_to_video',
    vendor: created,
    schema({ model }) {
      const definition = CLIPS[model]?.definition;
      return definition ? { file: 'runway', definition: `ImageToVideoCreateParams.${definition}` } : null;
    },
    golden(asked) {
      const clip = CLIPS[asked.model];
      return {
        model: asked.model,
        promptImage:
          asked.references === 0
            ? PICTURE
            : [
                { uri: PICTURE, position: 'first' },
                { uri: PICTURE, position: 'last' },
              ],
        promptText: PROMPT,
        ...(clip?.negative ? { negativePrompt: NEGATIVE } : {}),
        ...sizeOf(clip?.row ?? '', asked),
        duration: clip?.duration ?? DURATION_S,
        ...(clip?.seed ? { seed: SEED } : {}),
        ...(clip?.audio === false ? { audio: false } : {}),
      };
    },
    parity: (sent, _, to) => client(to).imageToVideo.create(sent.json as RunwayML.ImageToVideoCreateParams),
    headers,
    refusals,
    task: tasks,
  },
  {
    provider: runway,
    ask: 'image',
    models: Object.keys(PICTURES),
    fewestReferences: (model) => (model === 'gen4_image_turbo' ? 1 : 0),
    references: (model) => PICTURES[model]?.references ?? 0,
    isSubmit: ({ method, path }) => method === 'POST' && path === '/v1/text_to_image',
    vendor: created,
    schema: ({ model }) => ({
      file: 'runway',
      definition: `TextToImageCreateParams.${PICTURES[model]?.definition ?? ''}`,
    }),
    golden(asked) {
      const picture = PICTURES[asked.model];
      return {
        model: asked.model,
        promptText: `${PROMPT}\n\nAvoid: ${NEGATIVE}`,
        ...sizeOf(picture?.row ?? '', asked),
        ...(asked.references > 0
          ? { referenceImages: Array.from({ length: asked.references }, () => ({ uri: PICTURE })) }
          : {}),
        ...(picture?.seed ? { seed: SEED } : {}),
      };
    },
    parity: (sent, _, to) => client(to).textToImage.create(sent.json as RunwayML.TextToImageCreateParams),
    headers,
    refusals,
    task: tasks,
  },
];
