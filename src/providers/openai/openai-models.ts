import type { ModelDescriptor } from '../provider.ts';

// FACTS section 1: third parties quoting OpenAI in September and October 2026. Above 272,000 tokens in, which nothing here
// comes near, tokens in cost twice as much.
const priced = (dollarsIn: number, dollarsOut: number): ModelDescriptor['prices'] => {
  const source = 'third parties quoting openai.com/api/pricing';
  const asOf = '2026-10-31';
  return [
    { unit: 'mtok_in', microUsd: dollarsIn * 1e6, asOf, source },
    { unit: 'mtok_out', microUsd: dollarsOut * 1e6, asOf, source },
  ];
};

const models = [
  {
    id: 'gpt-6.1-terra',
    name: 'GPT-6.1 Terra',
    description: 'Quick and able: scripts of short films, descriptions of pictures and videos.',
    prices: priced(1, 5),
  },
  {
    id: 'gpt-6.1-sol',
    name: 'GPT-6.1 Sol',
    description: 'Thinks longer: long briefs and much knowledge.',
    prices: priced(2, 10),
  },
  {
    id: 'gpt-6-sol',
    name: 'GPT-6 Sol',
    description: 'The one before GPT-6.1 Sol.',
    prices: priced(2, 10),
  },
  {
    id: 'gpt-6-luna',
    name: 'GPT-6 Luna',
    description: 'The cheapest: many drafts.',
    prices: priced(0.1, 0.5),
  },
] as const;

const MAX_OUTPUT_TOKENS = 16_000; // of ours: they think before they write, and what they think is paid as output

/** The models of OpenAI that write and look. None of them takes a video: they are shown stills of it. */
export const openaiModels: readonly ModelDescriptor[] = (['llm', 'vision'] as const).flatMap((role) =>
  models.map((model) => ({
    ...model,
    role,
    maxOutputTokens: MAX_OUTPUT_TOKENS,
    ...(role === 'vision' && { input: { mimes: ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] } }),
  })),
);
