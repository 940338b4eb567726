import { gemini } from '#providers/gemini/gemini.ts';
import type { AdapterCase, Shape, TaskCase, TaskStateCase } from './adapter-case.ts';
import { DURATION_S, NEGATIVE, PROMPT } from './asking.ts';
import { client, failing, refusals, WORDS } from './gemini-wire.ts';
import type { Answer, Script } from './wire.ts';

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
  parity: {
    poll: ({ id }, to) => client(to).interactions.get(id, {}, { retries: { strategy: 'none' } }),
    cancel: ({ id }, to) => client(to).interactions.cancel(id, {}, { retries: { strategy: 'none' } }),
  },
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

/** Omni models, by Interactions. */
export const omniCase: AdapterCase = {
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

const RATIO: Readonly<Record<Shape, string>> = { portrait: '9:16', landscape: '16:9', square: '1:1' };
const SERVED = /^veo-3\.1-.*-001$/; // by Vertex AI, which has no square

/** Veo models, by the wire they were made for. */
export const veoCase: AdapterCase = {
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
  golden: ({ model, shape, references }) => ({
    instances: [
      {
        prompt: PROMPT,
        image: { bytesBase64Encoded: '(bytes)', mimeType: 'image/png' },
        ...(references > 0 ? { lastFrame: { bytesBase64Encoded: '(bytes)', mimeType: 'image/png' } } : {}),
      },
    ],
    parameters: {
      aspectRatio: SERVED.test(model) && shape === 'square' ? '9:16' : RATIO[shape],
      durationSeconds: 6,
      sampleCount: 1,
      negativePrompt: NEGATIVE,
    },
  }),
  refusals: [
    ...refusals,
    { name: 'taken, and nothing named', answer: { json: { done: false } }, kind: 'ambiguous' },
    { name: 'a name that is a path', answer: { json: { name: 'models/../files/x' } }, kind: 'ambiguous' },
  ],
  task: operations,
};
