import type { ModelDescriptor, Price } from '../provider.ts';
import { overTokens } from '../structured/price-for-prompt.ts';

const perMillion = (into: number, out: number, source: string, when?: Price['when']): readonly Price[] => {
  const told = { asOf: '2026-11-20', source, ...(when ? { when } : {}) };
  return [
    { unit: 'mtok_in', microUsd: Math.round(into * 1e6), ...told },
    { unit: 'mtok_out', microUsd: Math.round(out * 1e6), ...told },
  ];
};

const OVERVIEW = 'platform.claude.com/docs/en/models/overview';
const HAIKU = 'platform.claude.com/docs/en/models/haiku-5-5/overview';

type Words = Pick<ModelDescriptor, 'id' | 'name' | 'description' | 'prices' | 'retiredAt' | 'replacedBy'>;

const words: readonly Words[] = [
  {
    id: 'claude-sonnet-5-5',
    name: 'Claude Sonnet 5.5',
    description: 'Writes well and quickly; the one for most films.',
    prices: perMillion(2, 10, OVERVIEW),
  },
  {
    id: 'claude-opus-5-5',
    name: 'Claude Opus 5.5',
    description: 'Thinks longer, for scenarios that have to be right.',
    prices: perMillion(4, 20, OVERVIEW),
  },
  {
    id: 'claude-fable-5-2',
    name: 'Claude Fable 5.2',
    description: 'The most careful one, and the slowest.',
    prices: perMillion(8, 40, OVERVIEW),
  },
  {
    id: 'claude-haiku-5-5',
    name: 'Claude Haiku 5.5',
    description: 'The quickest and the cheapest.',
    prices: [...perMillion(0.1, 0.5, HAIKU), ...perMillion(0.5, 2.5, HAIKU, overTokens(100_000))],
  },
  {
    id: 'claude-sonnet-4-5',
    name: 'Claude Sonnet 4.5',
    description: 'An older Sonnet, which ends in November 2026.',
    retiredAt: Date.UTC(2026, 10, 30), // npm @anthropic-ai/sdk 1.11.0, DEPRECATED_MODELS
    replacedBy: 'claude-sonnet-5-5',
    prices: [],
  },
];

/** Anthropic's models, each of which writes and looks. */
export const claudeModels: readonly ModelDescriptor[] = words.flatMap((model) => [
  { ...model, role: 'llm' },
  { ...model, role: 'vision', input: { video: true } }, // of which it is shown stills
]);
