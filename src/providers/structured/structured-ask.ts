import type { MediaInput, ProviderContext } from '../provider.ts';

/** A question to a model that answers with JSON of a given schema; what every vendor of words is asked by. */
export interface StructuredAsk {
  /** Letters, digits and underscores: vendors want a name for a schema. */
  readonly name: string;
  /** JSON Schema, strict: every property required, `additionalProperties: false`, optional ones nullable, no bounds. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly system: string;
  readonly prompt: string;
  /** What to look at, before the prompt: pictures, and videos or sounds only where the vendor takes them. */
  readonly media: readonly MediaInput[];
  /** Reasoning counts in. */
  readonly maxOutputTokens: number;
  /** What makes an answer useless, told so that a model can do better; null where it can be used. */
  readonly faultOf: (value: unknown) => string | null;
}

/** What it answered: JSON that is still to be checked, and what it cost, as far as that is known. */
interface StructuredAnswer {
  readonly value: unknown;
  readonly costMicroUsd?: number;
}

/** One billable call of a vendor of words; everything else is written once, around it. */
export type AskStructured = (
  ask: StructuredAsk,
  context: ProviderContext & { readonly model: string },
) => Promise<StructuredAnswer>;
