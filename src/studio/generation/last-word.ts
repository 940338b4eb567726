import { Problem } from '#contract/problems.ts';
import { ProviderError, type Provider } from '#providers/provider.ts';
import { problemFrom } from '../problem-from.ts';

/** A failure that is the end, as a problem: nobody is told any more that it is tried again by itself. */
export function lastWord(error: unknown, provider: Pick<Provider, 'label'>): Problem {
  if (error instanceof ProviderError && PASSING.includes(error.kind)) {
    return new Problem('provider_permanent', { provider: provider.label, reason: error.message }, { cause: error });
  }
  return problemFrom(error, provider);
}

const PASSING: readonly ProviderError['kind'][] = ['transient', 'rate_limited', 'ambiguous', 'aborted'];

/** Whether a vendor has said what will not change by asking again. */
export function isVerdict(error: unknown): error is ProviderError {
  return error instanceof ProviderError && !PASSING.includes(error.kind);
}
