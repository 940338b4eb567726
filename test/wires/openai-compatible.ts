import { openaiCompatible } from '#providers/openai-compatible/openai-compatible.ts';
import OpenAI from 'openai';
import { solidPng } from '../solid-png.ts';
import type { AdapterCase, Ask, RefusalCase } from './adapter-case.ts';
import { NEGATIVE, PROMPT } from './asking.ts';
import { modelAnswers } from './model-answers.ts';
import { openaiRefusals } from './openai.ts';
import type { Answer } from './wire.ts';

// Chat Completions as npm openai 7.55.0 types them; what single engines answer is quoted where it is used.

const completion = (content: string, more: object = {}): Answer => ({
  json: {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content }, ...more }],
  },
});

const ofWords: readonly RefusalCase[] = [
  {
    name: 'the model refuses',
    answer: completion('', { message: { role: 'assistant', content: null, refusal: 'I cannot help with that.' } }),
    kind: 'moderated',
  },
  {
    name: 'a filter stops the answer',
    answer: completion('{"sce', { finish_reason: 'content_filter' }),
    kind: 'moderated',
  },
  { name: 'the answer is cut off', answer: completion('{"sce', { finish_reason: 'length' }), kind: 'permanent' },
  { name: 'an answer that is no JSON', answer: completion('Sure! Here it is.'), kind: 'permanent' },
  { name: 'nothing at all', answer: { json: { choices: [] } }, kind: 'ambiguous' },
  {
    name: 'a model that Ollama has not',
    answer: {
      status: 404,
      json: { error: { message: "model 'qwen3-vl:8b' not found", type: 'not_found_error', param: null, code: null } },
    },
    kind: 'permanent',
  },
  { name: 'an error in a word', answer: { status: 400, json: { error: 'No models loaded.' } }, kind: 'invalid_input' },
];

interface To {
  readonly baseUrl: string;
  readonly apiKey: string;
}
const client = ({ baseUrl, apiKey }: To): OpenAI => new OpenAI({ apiKey, baseURL: baseUrl, maxRetries: 0 });

const wordsCase = (ask: Exclude<Ask, 'image' | 'video'>): AdapterCase => ({
  provider: openaiCompatible,
  ask,
  isSubmit: ({ method, path }) => method === 'POST' && path === '/v1/chat/completions',
  vendor: completion(modelAnswers[ask]),
  schema: () => ({ file: 'openai.subset.ajv', definition: 'CreateChatCompletionRequest' }),
  parity: (sent, _, to) =>
    client(to).chat.completions.create(sent.json as OpenAI.ChatCompletionCreateParamsNonStreaming),
  headers: ['authorization'],
  refusals: ask === 'analyze-video' ? openaiRefusals.slice(0, 2) : [...openaiRefusals, ...ofWords],
});

const SIZES = { portrait: '768x1344', landscape: '1344x768', square: '1024x1024' } as const;

const pictureCase: AdapterCase = {
  provider: openaiCompatible,
  ask: 'image',
  references: () => 1, // which are left out, and said so
  isSubmit: ({ method, path }) => method === 'POST' && path === '/v1/images/generations',
  vendor: { json: { created: 1_763_740_000, data: [{ b64_json: solidPng('#205080').toString('base64') }] } },
  schema: () => ({ file: 'openai.subset.ajv', definition: 'CreateImageRequest' }),
  golden: ({ model, shape }) => ({
    model,
    prompt: `${PROMPT}\n\nAvoid: ${NEGATIVE}`,
    size: SIZES[shape],
    response_format: 'b64_json',
  }),
  parity: (sent, _, to) => client(to).images.generate(sent.json as OpenAI.ImageGenerateParamsNonStreaming),
  headers: ['authorization'],
  refusals: [
    ...openaiRefusals,
    { name: 'an answer without a picture', answer: { json: { created: 1, data: [] } }, kind: 'permanent' },
  ],
};

export const openaiCompatibleCases: readonly AdapterCase[] = [
  wordsCase('scenario'),
  wordsCase('proposal'),
  wordsCase('style-guide'),
  wordsCase('describe-image'),
  wordsCase('analyze-video'),
  pictureCase,
];
