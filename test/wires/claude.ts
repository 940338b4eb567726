import { claude } from '#providers/claude/claude.ts';
import Anthropic from '@anthropic-ai/sdk';
import { expect } from 'vitest';
import type { AdapterCase, Ask, RefusalCase } from './adapter-case.ts';
import { modelAnswers } from './model-answers.ts';
import type { Answer } from './wire.ts';

// The envelope of errors, stop reasons and fields are those of npm @anthropic-ai/sdk 1.11.0 and FACTS section 2.

const error = (
  status: number,
  type: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Answer => ({
  status,
  headers: { 'request-id': 'req_011', ...headers },
  json: { type: 'error', error: { type, message }, request_id: 'req_011' },
});

const USAGE = { input_tokens: 2000, output_tokens: 1000 };

const message = (text: string, more: object = {}): Answer => ({
  json: {
    id: 'msg_013Zva2CMHLNnXjNJJKqJ2EF',
    type: 'message',
    role: 'assistant',
    model: 'claude-sonnet-5-5',
    content: [
      { type: 'thinking', thinking: '', signature: 'c2ln' },
      { type: 'text', text, citations: null },
    ],
    stop_reason: 'end_turn',
    stop_sequence: null,
    usage: USAGE,
    ...more,
  },
});

const refusals: readonly RefusalCase[] = [
  {
    name: 'a field is wrong',
    answer: error(400, 'invalid_request_error', 'max_tokens: Field required'),
    kind: 'invalid_input',
    vendorCode: 'invalid_request_error',
  },
  {
    name: 'the account is empty, as a plain 400',
    answer: error(400, 'invalid_request_error', 'Your credit balance is too low to access the API.'),
    kind: 'quota',
  },
  { name: 'the key is wrong', answer: error(401, 'authentication_error', 'invalid x-api-key'), kind: 'invalid_key' },
  { name: 'payment is required', answer: error(402, 'billing_error', 'Payment required'), kind: 'quota' },
  { name: 'the key may not', answer: error(403, 'permission_error', 'Not allowed'), kind: 'invalid_key' },
  { name: 'no such model', answer: error(404, 'not_found_error', 'model: claude-0'), kind: 'permanent' },
  { name: 'too large', answer: error(413, 'request_too_large', 'Request too large'), kind: 'invalid_input' },
  {
    name: 'too often',
    answer: error(429, 'rate_limit_error', 'Too many tokens a minute', { 'retry-after': '7' }),
    kind: 'rate_limited',
    retryAfterMs: 7000,
  },
  { name: 'trouble', answer: error(500, 'api_error', 'Internal server error'), kind: 'ambiguous' },
  { name: 'it took too long there', answer: error(504, 'timeout_error', 'Timed out'), kind: 'ambiguous' },
  { name: 'overloaded', answer: error(529, 'overloaded_error', 'Overloaded'), kind: 'rate_limited' },
  { name: 'overloaded, said by a gateway', answer: { status: 529, text: 'overloaded' }, kind: 'rate_limited' },
  { name: 'an error nobody knows', answer: error(418, 'teapot_error', 'I am a teapot'), kind: 'invalid_input' },
  {
    name: 'the model refuses',
    answer: message('', {
      stop_reason: 'refusal',
      stop_details: { type: 'refusal', category: 'general_harms', explanation: 'This could harm somebody.' },
    }),
    kind: 'moderated',
  },
  {
    name: 'the model refuses without a word',
    answer: message('', { stop_reason: 'refusal', content: [], stop_details: null }),
    kind: 'moderated',
  },
  { name: 'the answer is cut off', answer: message('{"sce', { stop_reason: 'max_tokens' }), kind: 'permanent' },
  {
    name: 'there is no more room',
    answer: message('{"sce', { stop_reason: 'model_context_window_exceeded' }),
    kind: 'permanent',
  },
  { name: 'words in place of JSON', answer: message('Sure! Here it is.'), kind: 'permanent' },
  { name: 'an answer that is no message', answer: { text: '<html>hello</html>' }, kind: 'ambiguous' },
];

const DOLLARS: Readonly<Record<string, readonly [into: number, out: number]>> = {
  'claude-sonnet-5-5': [2, 10],
  'claude-opus-5-5': [4, 20],
  'claude-fable-5-2': [8, 40],
  'claude-haiku-5-5': [0.1, 0.5],
};

const picture = { type: 'image', source: { type: 'base64', media_type: 'image/jpeg', data: '(bytes)' } };

/** What it looks at, which goes before the words; of a second of video four stills. */
const shown: Readonly<Record<Exclude<Ask, 'image' | 'video'>, readonly object[]>> = {
  scenario: [],
  proposal: [],
  'style-guide': [],
  'describe-image': [picture],
  'analyze-video': Array.from({ length: 4 }, () => picture),
};

const client = ({ baseUrl, apiKey }: { readonly baseUrl: string; readonly apiKey: string }) =>
  new Anthropic({ apiKey, baseURL: baseUrl, maxRetries: 0, logLevel: 'off' });

const wordsCase = (ask: Exclude<Ask, 'image' | 'video'>): AdapterCase => ({
  provider: claude,
  ask,
  models: ask === 'analyze-video' ? ['claude-sonnet-5-5'] : Object.keys(DOLLARS),
  isSubmit: ({ method, path }) => method === 'POST' && path === '/v1/messages',
  vendor: message(modelAnswers[ask]),
  costMicroUsd({ model }) {
    const [into, out] = DOLLARS[model] ?? [Number.NaN, Number.NaN];
    return into * USAGE.input_tokens + out * USAGE.output_tokens;
  },
  golden: ({ model }) => ({
    model,
    max_tokens: 16_000,
    system: expect.stringMatching(/^You /) as unknown,
    messages: [{ role: 'user', content: [...shown[ask], { type: 'text', text: expect.any(String) as unknown }] }],
    output_config: {
      format: {
        type: 'json_schema',
        schema: expect.objectContaining({ type: 'object', additionalProperties: false }) as unknown,
      },
    },
  }),
  schema: () => ({ file: 'anthropic-messages', definition: 'AnthropicMessageRequest' }),
  parity: (sent, _, to) => client(to).messages.create(sent.json as Anthropic.MessageCreateParamsNonStreaming),
  // Its SDK 1.x sends the key as a bearer; x-api-key is documented for the same version.
  headers: ['anthropic-version', 'content-type'],
  refusals: ask === 'analyze-video' ? refusals.slice(0, 2) : refusals,
});

/** Anthropic's wire, which is the same for all it is asked. */
export const claudeCases: readonly AdapterCase[] = [
  wordsCase('scenario'),
  wordsCase('proposal'),
  wordsCase('style-guide'),
  wordsCase('describe-image'),
  wordsCase('analyze-video'),
];
