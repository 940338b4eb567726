import { z } from 'zod';
import { ProviderError, type MediaInput, type ProviderContext } from '../provider.ts';
import type { AskStructured } from './structured-ask.ts';

/** A question in the words of this product, whoever answers it. */
export interface Question<T> {
  readonly name: string;
  /** What a model is held to; the strict form of `answer`. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly system: string;
  readonly prompt: string;
  /** Reads an answer, and mends what can be mended without guessing. */
  readonly answer: z.ZodType<T>;
}

/** Tokens of an answer at most where the catalogue does not say: sixty scenes are about 12,000, and models think besides. */
const MAX_OUTPUT_TOKENS = 16_000;

/**
 * Asks a vendor of words one question, by one billable call.
 *
 * @throws ProviderError `permanent`, with what was paid, where the answer cannot be used
 */
export async function askQuestion<T>(
  vendor: { readonly id: string; readonly ask: AskStructured },
  question: Question<T>,
  media: readonly MediaInput[],
  context: ProviderContext & { readonly model: string },
): Promise<{ readonly value: T; readonly costMicroUsd?: number }> {
  const { answer, ...asked } = question;
  const maxOutputTokens = context.descriptor?.maxOutputTokens ?? MAX_OUTPUT_TOKENS;
  const faultOf = (value: unknown): string | null => {
    const read = answer.safeParse(value);
    return read.success ? null : z.prettifyError(read.error);
  };
  const { value, ...cost } = await vendor.ask({ ...asked, media, maxOutputTokens, faultOf }, context);
  const read = answer.safeParse(value);
  if (read.success) return { value: read.data, ...cost };
  const fault = read.error.issues[0];
  const where = fault?.path.join('.') ?? '';
  throw new ProviderError(
    'permanent',
    vendor.id,
    `the model's answer could not be used: ${where === '' ? '' : `${where}: `}${fault?.message ?? 'it is empty'}`,
    { model: context.model, ...cost },
  );
}
