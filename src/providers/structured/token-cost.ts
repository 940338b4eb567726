import type { ModelDescriptor } from '../provider.ts';
import { priceForPrompt } from './price-for-prompt.ts';

/** Tokens as a vendor counted them; reasoning counts as output. */
export interface TokenUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** What tokens cost at the model's prices, in millionths of a dollar; undefined where one of them is not known. */
export function tokenCost(
  usage: TokenUsage | null | undefined,
  model: Pick<ModelDescriptor, 'prices'> | undefined,
): number | undefined {
  if (!usage || !model) return undefined;
  const { prices } = priceForPrompt(model, usage);
  const priceOf = (unit: 'mtok_in' | 'mtok_out'): number | undefined =>
    prices.find((price) => price.unit === unit && price.when === undefined)?.microUsd;
  const [into, out] = [priceOf('mtok_in'), priceOf('mtok_out')];
  if (into === undefined || out === undefined) return undefined;
  return Math.ceil((usage.inputTokens * into + usage.outputTokens * out) / 1e6);
}
