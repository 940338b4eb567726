import type { ModelDescriptor, Price } from '../provider.ts';
import { overTokens } from '../structured/price-for-prompt.ts';

const LOOKS_AT: ModelDescriptor['input'] = {
  mimes: ['image/png', 'image/jpeg', 'image/webp', 'video/mp4', 'video/quicktime', 'video/webm'],
  video: true,
};

const ASKED = { asOf: '2026-10-07', source: 'ai.google.dev/gemini-api/docs/pricing, as quoted by others' } as const; // [3P]

function perMillionTokens(
  intoMicroUsd: number,
  outMicroUsd: number,
  holds: Pick<Price, 'from' | 'when'> = {},
): readonly Price[] {
  const told = { ...ASKED, ...holds };
  return [
    { unit: 'mtok_in', microUsd: intoMicroUsd, ...told },
    { unit: 'mtok_out', microUsd: outMicroUsd, ...told },
  ];
}

const GEMINI_2_ENDED = Date.UTC(2026, 5, 1); // ai.google.dev/gemini-api/docs/deprecations

interface Words {
  readonly id: string;
  readonly name: string;
  readonly says: string;
  readonly prices: readonly Price[];
  readonly retiredAt?: number;
  readonly replacedBy?: string;
}

const WORDS: readonly Words[] = [
  {
    id: 'gemini-3.8-flash',
    name: 'Gemini 3.8 Flash',
    says: 'Quick and able; the one to begin with.',
    prices: [
      ...perMillionTokens(750_000, 3_750_000),
      ...perMillionTokens(1_500_000, 7_500_000, { from: '2027-01-01' }),
    ],
  },
  {
    id: 'gemini-3.5-flash',
    name: 'Gemini 3.5 Flash',
    says: 'Since 8 October 2026 Google answers by gemini-3.6-flash what asks for it.',
    prices: [], // those of the model that answers
    retiredAt: Date.UTC(2026, 9, 8), // ai.google.dev/gemini-api/docs/changelog, 2026-10-08
    replacedBy: 'gemini-3.8-flash',
  },
  {
    id: 'gemini-3.5-flash-lite',
    name: 'Gemini 3.5 Flash-Lite',
    says: 'The cheapest.',
    prices: perMillionTokens(300_000, 2_500_000),
  },
  {
    id: 'gemini-3.1-pro-preview',
    name: 'Gemini 3.1 Pro',
    says: 'Thinks longer; a preview.',
    prices: [
      ...perMillionTokens(2_000_000, 12_000_000),
      ...perMillionTokens(4_000_000, 18_000_000, { when: overTokens(200_000) }),
    ],
  },
  // The next two are in Google's own library of 2026-11-10; what they cost was not found.
  { id: 'gemini-4-argon', name: 'Gemini 4 Argon', says: 'New in November 2026.', prices: [] },
  { id: 'gemini-4-carbon', name: 'Gemini 4 Carbon', says: 'New in November 2026.', prices: [] },
  ...['gemini-2.0-flash', 'gemini-2.0-flash-001'].map((id) => ({
    id,
    name: 'Gemini 2.0 Flash',
    says: 'No longer served since 1 June 2026.',
    prices: [],
    retiredAt: GEMINI_2_ENDED,
    replacedBy: 'gemini-3.8-flash',
  })),
  ...['gemini-2.0-flash-lite', 'gemini-2.0-flash-lite-001'].map((id) => ({
    id,
    name: 'Gemini 2.0 Flash-Lite',
    says: 'No longer served since 1 June 2026.',
    prices: [],
    retiredAt: GEMINI_2_ENDED,
    replacedBy: 'gemini-3.5-flash-lite',
  })),
];

/** Models of words, each as a writer and as one that looks at pictures and videos. */
export const wordsModels: readonly ModelDescriptor[] = (['llm', 'vision'] as const).flatMap((role) =>
  WORDS.map(({ says, ...model }): ModelDescriptor => {
    const description = role === 'llm' ? `Writes scenarios. ${says}` : `Looks at pictures and whole videos. ${says}`;
    return { ...model, role, description, ...(role === 'vision' ? { input: LOOKS_AT } : {}) };
  }),
);
