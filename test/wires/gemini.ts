import { gemini } from '#providers/gemini/gemini.ts';
import type { Content, GenerateContentParameters } from '@google/genai';
import { solidPng } from '../solid-png.ts';
import type { AdapterCase, Ask, Asked, RefusalCase, Shape } from './adapter-case.ts';
import { omniCase, veoCase } from './gemini-video.ts';
import { client, refusals, WORDS, type To } from './gemini-wire.ts';
import { modelAnswers } from './model-answers.ts';
import type { Answer, Recorded } from './wire.ts';

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
  refusals: [
    ...refusals,
    ...blocked,
    declined,
    { name: 'a picture that was only thought of', answer: said([{ ...picture, thought: true }]), kind: 'permanent' },
  ],
};

/** What is asked of Google. */
export const geminiCases: readonly AdapterCase[] = [
  wordsCase('scenario'),
  wordsCase('proposal'),
  wordsCase('style-guide'),
  wordsCase('describe-image'),
  wordsCase('analyze-video'),
  pictureCase,
  omniCase,
  veoCase,
];
