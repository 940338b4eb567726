import { Problem, type ProblemCode, type ProblemFacts } from '#contract/problems.ts';
import { ProviderError, type ProviderErrorKind } from '../provider.ts';

/** An error as plain data: structured cloning keeps neither classes nor their fields. */
export type PackedFailure =
  | { readonly type: 'problem'; readonly code: ProblemCode; readonly facts: ProblemFacts }
  | {
      readonly type: 'provider';
      readonly kind: ProviderErrorKind;
      readonly provider: string;
      readonly message: string;
      readonly facts: ProviderError['facts'];
    }
  | { readonly type: 'other'; readonly name: string; readonly message: string; readonly stack: string | undefined };

/** Makes an error into plain data that can be posted to another thread. */
export function packFailure(failure: unknown): PackedFailure {
  if (failure instanceof Problem) return { type: 'problem', code: failure.code, facts: failure.facts };
  if (failure instanceof ProviderError) {
    return {
      type: 'provider',
      kind: failure.kind,
      provider: failure.provider,
      message: failure.message,
      facts: failure.facts,
    };
  }
  if (failure instanceof Error)
    return { type: 'other', name: failure.name, message: failure.message, stack: failure.stack };
  return { type: 'other', name: 'Error', message: String(failure), stack: undefined };
}

/** Makes the error again on the other side: `Problem` and `ProviderError` as they were, anything else an `Error` of that name. */
export function unpackFailure(packed: PackedFailure): Error {
  switch (packed.type) {
    case 'problem':
      return new Problem(packed.code, packed.facts);
    case 'provider':
      return new ProviderError(packed.kind, packed.provider, packed.message, packed.facts);
    case 'other': {
      const error = new Error(packed.message);
      error.name = packed.name;
      if (packed.stack !== undefined) error.stack = packed.stack;
      return error;
    }
  }
}
