import type { ModelDescriptor } from '../provider.ts';

/** Tokens of a picture, as OpenAI counts them. */
export interface PictureUsage {
  readonly textTokensIn: number;
  readonly imageTokensIn: number;
  readonly tokensOut: number;
}

/** What a picture cost in millionths of a dollar; undefined where a price of its tokens is not known. */
export function pictureCost(
  usage: PictureUsage | null,
  model: Pick<ModelDescriptor, 'prices'> | undefined,
): number | undefined {
  if (!usage || !model) return undefined;
  const priceOf = (unit: 'mtok_in' | 'mtok_out', input?: string): number | undefined => {
    const ofUnit = model.prices.filter((price) => price.unit === unit);
    return (ofUnit.find(({ when }) => when?.['input'] === input) ?? ofUnit.find(({ when }) => !when))?.microUsd;
  };
  const [text, image, out] = [priceOf('mtok_in', 'text'), priceOf('mtok_in', 'image'), priceOf('mtok_out')];
  if (text === undefined || image === undefined || out === undefined) return undefined;
  return Math.ceil((usage.textTokensIn * text + usage.imageTokensIn * image + usage.tokensOut * out) / 1e6);
}
