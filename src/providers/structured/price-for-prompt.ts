import type { ModelDescriptor, Price } from '../provider.ts';
import type { TokenUsage } from './token-cost.ts';

const LONG = /^over (\d+) tokens$/;

/** The condition of a price that holds for all of a request whose prompt is longer than so many tokens. */
export function overTokens(tokens: number): { readonly prompt: string } {
  return { prompt: `over ${tokens} tokens` };
}

/** The model with the prices that hold for a prompt of that length, so that they can be summed as any others. */
export function priceForPrompt(
  model: Pick<ModelDescriptor, 'prices'>,
  { inputTokens }: Pick<TokenUsage, 'inputTokens'>,
): Pick<ModelDescriptor, 'prices'> {
  const steps = model.prices.map(stepOf).filter((step) => step !== null && step < inputTokens);
  const step = steps.toSorted((a, b) => Number(b) - Number(a))[0];
  if (step === undefined) return model;
  const long = model.prices.filter((price) => stepOf(price) === step);
  return { prices: long.map(({ unit, microUsd, asOf, source }) => ({ unit, microUsd, asOf, source })) };
}

/** After how many tokens a price holds; null: it asks for something else, or for nothing. */
function stepOf({ when = {} }: Price): number | null {
  const [, tokens] = LONG.exec(when['prompt'] ?? '') ?? [];
  return tokens === undefined || Object.keys(when).length > 1 ? null : Number(tokens);
}
