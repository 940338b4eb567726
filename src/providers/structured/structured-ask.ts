import type { MediaInput, ProviderContext } from '../provider.ts';

/** A question to a model that answers with JSON of a given schema; what every vendor of words is asked by. */
export interface StructuredAsk {
  /** Letters, digits and underscores: vendors want a name for a schema. */
  readonly name: string;
  /** JSON Schema, strict: every property required, `additionalProperties: false`, optional ones nullable. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly system: string;
  readonly prompt: string;
  /** Pictures to look at, before the prompt; a video only where the vendor takes videos. */
  readonly media: readonly MediaInput[];
  readonly maxOutputTokens: number;
}

/** What it answered: JSON that is still to be checked, and what it cost. */
export interface StructuredAnswer {
  readonly value: unknown;
  readonly costMicroUsd: number;
}

/** One billable call of a vendor of words; everything else is written once, around it. */
export type AskStructured = (
  ask: StructuredAsk,
  context: ProviderContext & { readonly model: string },
) => Promise<StructuredAnswer>;
