import { gemini } from '#providers/gemini/gemini.ts';
import { GoogleGenAI, type Content, type GenerateContentParameters } from '@google/genai';
import { solidPng } from '../solid-png.ts';
import type { AdapterCase, Ask, Asked, RefusalCase, Shape, TaskCase, TaskStateCase } from './adapter-case.ts';
import { DURATION_S, NEGATIVE, PROMPT } from './asking.ts';
import { modelAnswers } from './model-answers.ts';
import type { Answer, Recorded, Script } from './wire.ts';

// Envelopes and fields are those of npm @google/genai 3.1.0 and of FACTS section 3; what is marked [K] there is [K] here.

const failing = (status: number, word: string, message: string, details: readonly object[] = []): Answer => ({
  status,
  json: { error: { code: status, message, status: word, details } },
});
const reason = (why: string): object => ({ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: why });

const refusals: readonly RefusalCase[] = [
  {
    name: 'a field is wrong',
    answer: failing(400, 'INVALID_ARGUMENT', 'Invalid JSON payload received. Unknown name "size".'),
    kind: 'invalid_input',
    vendorCode: 'INVALID_ARGUMENT',
  },
  {
    name: 'the key is wrong, which is a 400 here',
    answer: failing(400, 'INVALID_ARGUMENT', 'API key not valid.', [reason('API_KEY_INVALID')]),
    kind: 'invalid_key',
    vendorCode: 'API_KEY_INVALID',
  },
  {
    name: 'the token is wrong',
    answer: failing(401, 'UNAUTHENTICATED', 'Request had invalid authentication credentials.'),
    kind: 'invalid_key',
  },
  { name: 'payment is required', answer: failing(402, 'FAILED_PRECONDITION', 'Payment required.'), kind: 'quota' },
  { name: 'the key may not', answer: failing(403, 'PERMISSION_DENIED', 'Method blocked.'), kind: 'invalid_key' },
  {
    name: 'nobody pays for the project',
    answer: failing(403, 'PERMISSION_DENIED', 'Billing is disabled.', [reason('BILLING_DISABLED')]),
    kind: 'quota',
  },
  {
    name: 'no free use in this country',
    answer: failing(400, 'FAILED_PRECONDITION', 'Please enable billing on your project.'),
    kind: 'quota',
  },
  {
    name: 'not in this country',
    answer: failing(400, 'FAILED_PRECONDITION', 'User location is not supported for the API use.'),
    kind: 'permanent',
  },
  {
    name: 'no such model',
    answer: failing(404, 'NOT_FOUND', 'models/gemini-0 is not found for API version v1beta.'),
    kind: 'permanent',
    vendorCode: 'NOT_FOUND',
  },
  { name: 'too large', answer: { status: 413, text: '<html>Too Large</html>' }, kind: 'invalid_input' },
  {
    name: 'too often',
    answer: failing(429, 'RESOURCE_EXHAUSTED', 'Quota exceeded for requests per minute.', [
      {
        '@type': 'type.googleapis.com/google.rpc.QuotaFailure',
        violations: [{ quotaId: 'GenerateRequestsPerMinutePerProjectPerModel' }],
      },
      { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '7s' },
    ]),
    kind: 'rate_limited',
    retryAfterMs: 7000,
  },
  {
    name: 'the day is used up',
    answer: failing(429, 'RESOURCE_EXHAUSTED', 'Quota exceeded.', [
      {
        '@type': 'type.googleapis.com/google.rpc.QuotaFailure',
        violations: [{ quotaId: 'GenerateRequestsPerDayPerProjectPerModel-FreeTier' }],
      },
    ]),
    kind: 'quota',
  },
  {
    name: 'the account is empty',
    answer: failing(429, 'RESOURCE_EXHAUSTED', 'Your prepayment credits are depleted.'),
    kind: 'quota',
  },
  {
    name: 'refused in the words of a 400',
    answer: failing(400, 'INVALID_ARGUMENT', 'Sensitive words.'),
    kind: 'moderated',
  },
  { name: 'trouble', answer: failing(500, 'INTERNAL', 'An internal error has occurred.'), kind: 'ambiguous' },
  { name: 'overloaded', answer: failing(503, 'UNAVAILABLE', 'The model is overloaded.'), kind: 'ambiguous' },
  { name: 'too slow', answer: failing(504, 'DEADLINE_EXCEEDED', 'Deadline expired.'), kind: 'ambiguous' },
  { name: 'an answer that is no JSON', answer: { text: '<html>hello</html>' }, kind: 'ambiguous' },
];

const said = (parts: readonly object[], finishReason = 'STOP', more: object = {}): Answer => ({
  json: {
    candidates: [{ content: { role: 'model', parts }, finishReason, index: 0, ...more }],
    usageMetadata: USAGE,
    modelVersion: 'gemini',
    responseId: 'r1',
  },
});

const USAGE = {
  promptTokenCount: 2000,
  candidatesTokenCount: 1200,
  thoughtsTokenCount: 300,
  totalTokenCount: 3500,
  candidatesTokensDetails: [
    { modality: 'IMAGE', tokenCount: 1120 },
    { modality: 'TEXT', tokenCount: 80 },
  ],
};

const blocked: readonly RefusalCase[] = [
  ...['SAFETY', 'OTHER', 'BLOCKLIST', 'PROHIBITED_CONTENT', 'IMAGE_SAFETY', 'JAILBREAK'].map(
    (blockReason): RefusalCase => ({
      name: `the prompt is blocked: ${blockReason}`,
      answer: { json: { promptFeedback: { blockReason }, usageMetadata: { promptTokenCount: 9 } } },
      kind: 'moderated',
      vendorCode: blockReason,
    }),
  ),
  ...[
    'SAFETY',
    'RECITATION',
    'BLOCKLIST',
    'PROHIBITED_CONTENT',
    'SPII',
    'IMAGE_SAFETY',
    'IMAGE_PROHIBITED_CONTENT',
    'IMAGE_RECITATION',
    'NO_IMAGE',
  ].map((finishReason): RefusalCase => ({
    name: `the answer is withheld: ${finishReason}`,
    answer: said([], finishReason),
    kind: 'moderated',
    vendorCode: finishReason,
  })),
  ...['MAX_TOKENS', 'OTHER', 'IMAGE_OTHER', 'MALFORMED_RESPONSE'].map((finishReason): RefusalCase => ({
    name: `nothing comes of it: ${finishReason}`,
    answer: said([], finishReason),
    kind: 'permanent',
    vendorCode: finishReason,
  })),
  { name: 'nothing at all', answer: { json: { candidates: [] } }, kind: 'permanent' },
];

interface To {
  readonly baseUrl: string;
  readonly apiKey: string;
}

/** Its own default is `v1`, which has no Interactions of today's shape. */
function client({ baseUrl, apiKey }: To): GoogleGenAI {
  return new GoogleGenAI({ apiKey, httpOptions: { baseUrl, apiVersion: 'v1beta' } });
}

interface Sent {
  readonly contents: Content[];
  readonly systemInstruction?: Content;
  readonly generationConfig: Readonly<Record<string, unknown>>;
}

/** The SDK takes what stands beside and inside `generationConfig` as one, and sorts it out. */
function told({ json }: Recorded, { model }: Asked): GenerateContentParameters {
  const { contents, systemInstruction, generationConfig } = json as Sent;
  return { model, contents, config: { ...generationConfig, ...(systemInstruction ? { systemInstruction } : {}) } };
}

const contentCase = {
  provider: gemini,
  isSubmit: ({ method, path }: Recorded) => method === 'POST' && path.endsWith(':generateContent'),
  schema: () => ({ file: 'google-genai-3.1', definition: 'GeminiGenerateContentRequest' }),
  parity: (sent: Recorded, asked: Asked, to: To) => client(to).models.generateContent(told(sent, asked)),
  headers: ['x-goog-api-key', 'content-type'],
} as const;

const DOLLARS: Readonly<Record<string, readonly [into: number, out: number]>> = {
  'gemini-3.8-flash': [0.75, 3.75],
  'gemini-3.5-flash': [1.5, 9],
  'gemini-3.5-flash-lite': [0.3, 2.5],
  'gemini-3.1-pro-preview': [2, 12],
};

const wordsCase = (ask: Exclude<Ask, 'image' | 'video'>): AdapterCase => ({
  ...contentCase,
  ask,
  vendor: said([{ text: 'Let me see.', thought: true }, { text: modelAnswers[ask] }]),
  costMicroUsd({ model }) {
    const price = DOLLARS[model];
    return price && price[0] * 2000 + price[1] * (1200 + 300);
  },
  refusals: [
    ...refusals,
    ...blocked,
    { name: 'an answer that was cut off', answer: said([{ text: '{"sce' }], 'MAX_TOKENS'), kind: 'permanent' },
    { name: 'an answer that was withheld half', answer: said([{ text: '{"sce' }], 'SAFETY'), kind: 'moderated' },
    { name: 'an answer that is no JSON', answer: said([{ text: 'Sure!' }]), kind: 'permanent' },
  ],
});

const SHAPE_IN_WORDS: Readonly<Record<Shape, string>> = {
  portrait: 'Compose it for a vertical frame with an aspect ratio of 9:16, filled to its edges.',
  landscape: 'Compose it for a horizontal frame with an aspect ratio of 16:9, filled to its edges.',
  square: 'Compose it for a square frame with an aspect ratio of 1:1, filled to its edges.',
};
const RATIO: Readonly<Record<Shape, string>> = { portrait: '9:16', landscape: '16:9', square: '1:1' };
const WORDS = `${PROMPT}\n\nAvoid: ${NEGATIVE}`;

const picture = { inlineData: { mimeType: 'image/png', data: solidPng('#205080').toString('base64') } };
const declined: RefusalCase = {
  name: 'words in place of a picture',
  answer: said([{ text: 'I cannot draw that.' }]),
  kind: 'moderated',
};

const pictureCase: AdapterCase = {
  ...contentCase,
  ask: 'image',
  references: () => 2,
  vendor: said([{ ...picture, thought: true }, { text: 'Here it is.' }, picture]),
  // 2000 tokens in at $1.50, 1120 of the picture at $30, 80 and 300 of words at $7.50.
  costMicroUsd: ({ model }) => (model === 'gemini-nano-banana-2.1' ? 3000 + 33_600 + 2850 : undefined),
  golden: ({ shape, references }) => ({
    contents: [
      {
        role: 'user',
        parts: [
          ...Array.from({ length: references }, () => ({ inlineData: { mimeType: 'image/png', data: '(bytes)' } })),
          { text: `${WORDS}\n\n${SHAPE_IN_WORDS[shape]}` },
        ],
      },
    ],
    generationConfig: { responseModalities: ['IMAGE'] }, // documented: no parameter for the size
  }),
  refusals: [...refusals, ...blocked, declined],
};

const ID = 'v1_ChdrZXk';
const INTERACTION = `/v1beta/interactions/${ID}`;
const interaction = (status: string, more: object = {}): Answer => ({
  json: { id: ID, object: 'interaction', model: 'gemini-omni-1.2-flash', status, ...more },
});
const output = (...content: readonly object[]): object => ({
  steps: [
    {
      type: 'user_input',
      content: [
        { type: 'image', data: 'AAAA' },
        { type: 'video', data: 'AAAA' },
      ],
    },
    { type: 'thought', signature: 'c2ln' },
    { type: 'model_output', content },
  ],
});
const FILE = 'https://generativelanguage.googleapis.com/v1beta/files/clip-1:download?alt=media';
const clip = (uri: string): Answer =>
  interaction('completed', output({ type: 'video', mime_type: 'video/mp4', uri }, { type: 'text', text: 'Done.' }));
const withFile =
  (file: Answer): Script =>
  ({ path }) =>
    path === '/v1beta/files/clip-1' ? file : clip(FILE);
const file = (state: string, more: object = {}): Script => withFile({ json: { name: 'files/clip-1', state, ...more } });

const fault = (name: string, script: Script, kind: NonNullable<TaskStateCase['kind']>): TaskStateCase => ({
  name,
  script,
  status: 'failed',
  kind,
});
const errors = (message: string, code?: string): object => ({ errors: [{ message, ...(code ? { code } : {}) }] });

const interactions: TaskCase = {
  states: [
    ...['queued', 'in_progress', 'dreaming'].map((status): TaskStateCase => ({
      name: status,
      script: interaction(status),
      status: 'pending',
    })),
    { name: 'completed, its file not there yet', script: file('PROCESSING'), status: 'pending' },
    { name: 'completed', script: file('ACTIVE'), status: 'done' },
    {
      name: 'completed, the clip inside',
      script: interaction('completed', output({ type: 'video', mime_type: 'video/mp4', data: 'AAAAGGZ0eXBtcDQy' })),
      status: 'done',
    },
    {
      name: 'incomplete, with a clip',
      script: interaction('incomplete', output({ type: 'video', data: 'AA' })),
      status: 'done',
    },
    { name: 'a file that is no more', script: withFile(failing(403, 'PERMISSION_DENIED', 'No file.')), status: 'lost' },
    { name: 'forgotten', script: failing(404, 'NOT_FOUND', 'Not found.'), status: 'lost' },
    { name: 'cancelled', script: interaction('cancelled'), status: 'cancelled' },
    fault('the file failed', file('FAILED', { error: { code: 13, message: 'Could not be encoded.' } }), 'transient'),
    fault('sensitive words', interaction('failed', errors('The prompt contains sensitive words.')), 'moderated'),
    fault('the policy', interaction('failed', errors('Violates the Prohibited Use Policy.', 'x/y')), 'moderated'),
    fault(
      'moderated in the step',
      interaction('failed', {
        steps: [{ type: 'model_output', error: { code: 3, message: 'Blocked by safety filters.' } }],
      }),
      'moderated',
    ),
    fault('failed inside', interaction('failed', errors('Oops.', 'https://google.rpc/INTERNAL')), 'transient'),
    fault(
      'overloaded',
      interaction('failed', { steps: [{ type: 'model_output', error: { code: 8, message: 'Busy.' } }] }),
      'rate_limited',
    ),
    fault('failed without a word', interaction('failed'), 'permanent'),
    fault(
      'words in place of a clip',
      interaction('completed', output({ type: 'text', text: 'I cannot.' })),
      'moderated',
    ),
    fault('completed with nothing', interaction('completed'), 'permanent'),
    fault('incomplete with nothing', interaction('incomplete'), 'permanent'),
    fault('budget_exceeded', interaction('budget_exceeded'), 'quota'),
    fault('requires_action', interaction('requires_action'), 'permanent'),
    fault('requires_continuation', interaction('requires_continuation'), 'permanent'),
  ],
  done: clip,
  cancel: {
    call: `POST ${INTERACTION}/cancel`,
    answers: [
      { script: interaction('cancelled'), outcome: 'cancelled' },
      { script: interaction('in_progress'), outcome: 'cancelled' },
      { script: interaction('completed'), outcome: 'too_late' },
      { script: failing(400, 'FAILED_PRECONDITION', 'It is not running.'), outcome: 'too_late' },
      { script: failing(404, 'NOT_FOUND', 'Not found.'), outcome: 'too_late' },
    ],
  },
};

const omniCase: AdapterCase = {
  provider: gemini,
  ask: 'video',
  models: gemini.models.flatMap(({ id }) => (id.startsWith('gemini-omni') ? [id] : [])),
  references: () => 1,
  isSubmit: ({ method, path }) => method === 'POST' && path === '/v1beta/interactions',
  vendor: interaction('in_progress'),
  schema: () => ({ file: 'google-interactions.sdk-3.1', definition: 'CreateModelInteraction' }),
  golden: ({ model, shape, references, request }) => ({
    model,
    background: true,
    store: true,
    input: [
      ...Array.from({ length: 1 + references }, () => ({ type: 'image', data: '(bytes)', mime_type: 'image/png' })),
      {
        type: 'text',
        text: `<FIRST_FRAME> ${references > 0 ? '<LAST_FRAME> ' : ''}${WORDS}\n\nContinuous single shot, no cuts.`,
      },
    ],
    response_format: [
      {
        type: 'video',
        aspect_ratio: shape === 'landscape' ? '16:9' : '9:16', // it has no square
        resolution: '720p',
        duration: `${DURATION_S}s`,
        delivery: 'uri',
      },
    ],
    generation_config: { video_config: { task: 'image_to_video' } },
    labels: { generation: request?.generationId },
  }),
  parity: (sent, _, to) => {
    const create = client(to).interactions.create.bind(client(to).interactions);
    return create(sent.json as Parameters<typeof create>[0], { retries: { strategy: 'none' } });
  },
  headers: ['x-goog-api-key', 'content-type'],
  refusals: [
    ...refusals,
    { name: 'taken, and nothing named', answer: { json: { status: 'in_progress' } }, kind: 'ambiguous' },
  ],
  task: interactions,
};

const OPERATION = 'models/veo-3.1-generate-preview/operations/op-1';
const operation = (more: object = {}): Answer => ({ json: { name: OPERATION, ...more } });
const ended = (generateVideoResponse: object): Answer => operation({ done: true, response: { generateVideoResponse } });
const sample = (uri: string): Answer => ended({ generatedSamples: [{ video: { uri } }] });

const operations: TaskCase = {
  states: [
    { name: 'running', script: operation({ metadata: {} }), status: 'pending' },
    { name: 'said to be running', script: operation({ done: false }), status: 'pending' },
    { name: 'done', script: sample(FILE), status: 'done' },
    {
      name: 'done, the bytes inside',
      script: ended({ generatedSamples: [{ video: { video: 'AAAAGGZ0eXBtcDQy' } }] }),
      status: 'done',
    },
    fault(
      'filtered',
      ended({ raiMediaFilteredCount: 1, raiMediaFilteredReasons: ['It shows a celebrity.'] }),
      'moderated',
    ),
    fault('filtered without a word', ended({ raiMediaFilteredCount: 1 }), 'moderated'),
    fault('done with nothing', ended({}), 'permanent'),
    fault('failed', operation({ done: true, error: { code: 13, message: 'Internal.' } }), 'transient'),
    fault('refused', operation({ done: true, error: { code: 3, message: 'Violates usage guidelines.' } }), 'moderated'),
    fault('wrong', operation({ done: true, error: { code: 3, message: 'Unsupported duration.' } }), 'invalid_input'),
    { name: 'forgotten', script: failing(404, 'NOT_FOUND', 'Not found.'), status: 'lost' },
  ],
  done: sample,
  cancel: { call: '', answers: [{ script: {}, outcome: 'unsupported', isCalled: false }] },
};

const veoCase: AdapterCase = {
  provider: gemini,
  ask: 'video',
  models: gemini.models.flatMap(({ id }) => (id.startsWith('veo-') ? [id] : [])),
  references: () => 1,
  isSubmit: ({ method, path }) => method === 'POST' && path.endsWith(':predictLongRunning'),
  vendor: operation(),
  // The proto (google/ai/generativelanguage/v1beta/prediction_service.proto) says no more than that both are any value.
  schema: () => null,
  // The documented table to the letter, "1:1" included; the rest as npm @google/genai 2.x sent it, which 3.x refuses to
  // with a key. Its body for Vertex AI is compared in `providers/gemini/vertex.test.ts`.
  golden: ({ shape, references }) => ({
    instances: [
      {
        prompt: PROMPT,
        image: { bytesBase64Encoded: '(bytes)', mimeType: 'image/png' },
        ...(references > 0 ? { lastFrame: { bytesBase64Encoded: '(bytes)', mimeType: 'image/png' } } : {}),
      },
    ],
    parameters: { aspectRatio: RATIO[shape], durationSeconds: 6, sampleCount: 1, negativePrompt: NEGATIVE },
  }),
  refusals: [
    ...refusals,
    { name: 'taken, and nothing named', answer: { json: { done: false } }, kind: 'ambiguous' },
    { name: 'a name that is a path', answer: { json: { name: 'models/../files/x' } }, kind: 'ambiguous' },
  ],
  task: operations,
};

export const geminiCases: readonly AdapterCase[] = [
  wordsCase('scenario'),
  wordsCase('style-guide'),
  wordsCase('describe-image'),
  wordsCase('analyze-video'),
  pictureCase,
  omniCase,
  veoCase,
];
