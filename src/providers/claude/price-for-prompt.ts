import type { ModelDescriptor } from '../provider.ts';
import type { TokenUsage } from '../structured/token-cost.ts';
import { LONG_PROMPT } from './claude-models.ts';

const LONG_TOKENS = 100_000;

/** The model with the prices that hold for a prompt of that length, so that they can be summed as any others. */
export function priceForPrompt(
  model: ModelDescriptor | undefined,
  { inputTokens }: TokenUsage,
): Pick<ModelDescriptor, 'prices'> | undefined {
  const long = model?.prices.filter(({ when }) => when?.['prompt'] === LONG_PROMPT.prompt) ?? [];
  if (long.length === 0 || inputTokens <= LONG_TOKENS) return model;
  return { prices: long.map(({ unit, microUsd, asOf, source }) => ({ unit, microUsd, asOf, source })) };
}
