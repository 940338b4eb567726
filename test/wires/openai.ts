import { dalle } from '#providers/openai/dalle.ts';
import { openai } from '#providers/openai/openai.ts';
import OpenAI, { toFile } from 'openai';
import { solidPng } from '../solid-png.ts';
import type { AdapterCase, Ask, Asked, RefusalCase, Shape } from './adapter-case.ts';
import { NEGATIVE, PROMPT } from './asking.ts';
import { readBody } from './golden.ts';
import { modelAnswers } from './model-answers.ts';
import type { Answer, Recorded } from './wire.ts';

// The envelope of errors and the fields of answers are those of npm openai 7.55.0; codes are listed in FACTS section 1.

const error = (status: number, code: string | null, message: string, type = 'invalid_request_error'): Answer => ({
  status,
  headers: { 'x-request-id': 'req_1' },
  json: { error: { message, type, param: null, code } },
});

/** What OpenAI refuses by, and who speaks like it. */
export const openaiRefusals: readonly RefusalCase[] = [
  {
    name: 'a field is wrong',
    answer: error(400, 'invalid_value', "Invalid value: 'huge'."),
    kind: 'invalid_input',
    vendorCode: 'invalid_value',
  },
  {
    name: 'the key is wrong, and is repeated',
    answer: error(401, 'invalid_api_key', 'Incorrect API key provided: sk-conformance-0123456789.'),
    kind: 'invalid_key',
  },
  { name: 'the key may not', answer: error(403, null, 'You are not allowed to use this model.'), kind: 'invalid_key' },
  {
    name: 'the account has to be verified first',
    answer: error(403, null, 'Your organization must be verified to use the model `gpt-image-2.5-flare`.'),
    kind: 'permanent',
  },
  {
    name: 'the country is not served',
    answer: error(403, 'unsupported_country_region_territory', 'Country, region, or territory not supported'),
    kind: 'permanent',
  },
  { name: 'payment is required', answer: error(402, null, 'Payment required.'), kind: 'quota' },
  {
    name: 'no such model',
    answer: error(404, 'model_not_found', 'The model `gpt-0` does not exist.'),
    kind: 'permanent',
    vendorCode: 'model_not_found',
  },
  { name: 'too large', answer: { status: 413, text: '<html>Request Entity Too Large</html>' }, kind: 'invalid_input' },
  {
    name: 'too often',
    answer: {
      status: 429,
      headers: { 'retry-after': '7' },
      json: { error: { message: 'Rate limit reached', type: 'requests', code: 'rate_limit_exceeded' } },
    },
    kind: 'rate_limited',
    retryAfterMs: 7000,
  },
  {
    name: 'the account is empty',
    answer: error(429, 'insufficient_quota', 'You exceeded your current quota.', 'insufficient_quota'),
    kind: 'quota',
  },
  {
    name: 'the limit of spending is reached',
    answer: error(400, 'billing_hard_limit_reached', 'Billing hard limit has been reached.'),
    kind: 'quota',
  },
  { name: 'trouble', answer: error(500, null, 'The server had an error.', 'server_error'), kind: 'ambiguous' },
  { name: 'overloaded', answer: { status: 503, text: 'upstream connect error' }, kind: 'ambiguous' },
  { name: 'an answer that is no JSON', answer: { text: '<html>hello</html>' }, kind: 'ambiguous' },
];

const USAGE = { input_tokens: 2000, output_tokens: 1000, total_tokens: 3000 };
const DOLLARS: Readonly<Record<string, readonly [into: number, out: number]>> = {
  'gpt-6.1-terra': [1, 5],
  'gpt-6.1-sol': [2, 10],
  'gpt-6-sol': [2, 10],
  'gpt-6-luna': [0.1, 0.5],
};

const response = (more: object): Answer => ({
  json: { id: 'resp_1', object: 'response', status: 'completed', error: null, usage: USAGE, ...more },
});
const message = (...content: readonly object[]): object => ({
  output: [
    { id: 'rs_1', type: 'reasoning', summary: [] },
    { id: 'msg_1', type: 'message', role: 'assistant', status: 'completed', content },
  ],
});
const text = (words: string): object => message({ type: 'output_text', text: words, annotations: [] });

const ofWords: readonly RefusalCase[] = [
  {
    name: 'the model refuses',
    answer: response(message({ type: 'refusal', refusal: "I'm sorry, I can't help with that." })),
    kind: 'moderated',
  },
  {
    name: 'a filter stops the answer',
    answer: response({ ...text('{"sce'), status: 'incomplete', incomplete_details: { reason: 'content_filter' } }),
    kind: 'moderated',
  },
  {
    name: 'the answer is cut off',
    answer: response({ ...text('{"sce'), status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } }),
    kind: 'permanent',
  },
  { name: 'an answer that is not asked for', answer: response(text('{"scenes":[],"weather":1}')), kind: 'permanent' },
  { name: 'an answer that is no JSON', answer: response(text('Sure! Here it is.')), kind: 'permanent' },
  { name: 'nothing at all', answer: response({ output: [] }), kind: 'permanent' },
  {
    name: 'failed for nothing: rate_limit_exceeded',
    answer: response({
      status: 'failed',
      error: { code: 'rate_limit_exceeded', message: 'It failed.' },
      output: [],
      usage: null,
    }),
    kind: 'rate_limited',
  },
  ...(
    [
      ['server_error', 'permanent'],
      ['rate_limit_exceeded', 'permanent'], // it has been billed
      ['invalid_prompt', 'moderated'],
      ['bio_policy', 'moderated'],
      ['image_content_policy_violation', 'moderated'],
      ['image_too_large', 'invalid_input'],
    ] as const
  ).map(([code, kind]) => ({
    name: `failed: ${code}`,
    answer: response({ status: 'failed', error: { code, message: 'It failed.' }, output: [] }),
    kind,
  })),
];

interface To {
  readonly baseUrl: string;
  readonly apiKey: string;
}
const client = ({ baseUrl, apiKey }: To): OpenAI => new OpenAI({ apiKey, baseURL: baseUrl, maxRetries: 0 });

const wordsCase = (ask: Exclude<Ask, 'image' | 'video'>): AdapterCase => ({
  provider: openai,
  ask,
  // Stills are taken of a video for each, which need not be proved for every model and refusal.
  ...(ask === 'analyze-video' && { models: ['gpt-6.1-terra'] }),
  isSubmit: ({ method, path }) => method === 'POST' && path === '/v1/responses',
  vendor: response(text(modelAnswers[ask])),
  costMicroUsd({ model }) {
    const [into, out] = DOLLARS[model] ?? [Number.NaN, Number.NaN];
    return into * USAGE.input_tokens + out * USAGE.output_tokens;
  },
  schema: () => ({ file: 'openai.subset.ajv', definition: 'CreateResponse' }),
  parity: (sent, _, to) => client(to).responses.create(sent.json as OpenAI.Responses.ResponseCreateParamsNonStreaming),
  headers: ['authorization'],
  refusals: ask === 'analyze-video' ? openaiRefusals.slice(0, 2) : [...openaiRefusals, ...ofWords],
});

// By hand: the documented table (DALL·E 3, and those that take any size), and what all others take.
const SIZES: Readonly<Record<'documented' | 'standard', Readonly<Record<Shape, string>>>> = {
  documented: { portrait: '1024x1792', landscape: '1792x1024', square: '1024x1024' },
  standard: { portrait: '1024x1536', landscape: '1536x1024', square: '1024x1024' },
};
const DOCUMENTED = ['gpt-image-2.5-flare', 'gpt-image-2.5-sunburst', 'gpt-image-2', 'dall-e-3'];
const OLD = 'dall-e-3';

function fieldsOf({ model, shape }: Asked): Readonly<Record<string, unknown>> {
  return {
    model,
    prompt: `${PROMPT}\n\nAvoid: ${NEGATIVE}`,
    n: 1,
    size: SIZES[DOCUMENTED.includes(model) ? 'documented' : 'standard'][shape],
    ...(model === OLD
      ? { quality: 'standard', response_format: 'b64_json' }
      : { quality: 'medium', output_format: 'png' }),
  };
}

const pictureCase: AdapterCase = {
  provider: dalle,
  ask: 'image',
  references: (model) => (model === OLD ? 0 : 2),
  isSubmit: ({ method, path }) =>
    method === 'POST' && (path === '/v1/images/generations' || path === '/v1/images/edits'),
  vendor: {
    json: {
      created: 1_763_740_000,
      output_format: 'png',
      data: [{ b64_json: solidPng('#205080').toString('base64') }],
      usage: {
        input_tokens: 1100,
        input_tokens_details: { text_tokens: 100, image_tokens: 1000 },
        output_tokens: 1600,
        total_tokens: 2700,
      },
    },
  },
  // 100 at $5, 1000 at $8 and 1600 at $30 a million.
  costMicroUsd: ({ model }) => (/^gpt-image-2\.[56]/.test(model) ? 500 + 8000 + 48_000 : undefined),
  // A form is not described by the schema of its JSON twin; the SDK stands for it.
  schema: ({ references }) =>
    references > 0 ? null : { file: 'openai-images-audio.sdk-7.55', definition: 'OpenAIImageGenerateParams' },
  golden(asked) {
    const fields = fieldsOf(asked);
    if (asked.references === 0) return fields;
    // A form ends its lines as the web does.
    const inForm = (value: unknown): string => String(value).replaceAll('\n', '\r\n');
    const parts = Object.entries(fields).map(([name, value]) => ({ name, value: inForm(value) }));
    const picture = { name: 'image[]', type: 'image/png', base64: '(bytes)' };
    return [...parts, ...Array.from({ length: asked.references }, () => picture)];
  },
  parity: async (sent, asked, to) =>
    asked.references === 0
      ? client(to).images.generate(sent.json as OpenAI.ImageGenerateParamsNonStreaming)
      : client(to).images.edit(await editOf(sent, asked)),
  headers: ['authorization'],
  refusals: [
    ...openaiRefusals,
    {
      name: 'the prompt is refused',
      answer: error(400, 'moderation_blocked', 'Your request was rejected.', 'image_generation_user_error'),
      kind: 'moderated',
      vendorCode: 'moderation_blocked',
    },
    {
      name: 'the prompt is refused, as it was in the days of DALL·E',
      answer: error(400, 'content_policy_violation', 'Your request was rejected.'),
      kind: 'moderated',
    },
    { name: 'an answer without a picture', answer: { json: { created: 1, data: [] } }, kind: 'permanent' },
  ],
};

/** What was sent, as the SDK wants to be told it: a form of its own making must have the same parts. */
async function editOf(sent: Recorded, asked: Asked): Promise<OpenAI.ImageEditParamsNonStreaming> {
  const parts = (await readBody(sent)) as readonly { readonly name: string; readonly base64?: string }[];
  const files = parts.flatMap(({ base64 }) => (base64 === undefined ? [] : [Buffer.from(base64, 'base64')]));
  const image = await Promise.all(files.map((bytes) => toFile(bytes, 'reference.png', { type: 'image/png' })));
  return { ...fieldsOf(asked), image } as unknown as OpenAI.ImageEditParamsNonStreaming;
}

export const openaiCases: readonly AdapterCase[] = [
  wordsCase('scenario'),
  wordsCase('proposal'),
  wordsCase('style-guide'),
  wordsCase('describe-image'),
  wordsCase('analyze-video'),
  pictureCase,
];
