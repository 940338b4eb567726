import { Problem } from '#contract/problems.ts';
import { ProviderError, type Provider } from '#providers/provider.ts';
import { problemFrom } from '../problem-from.ts';

/**
 * A failure that is the end, as a problem: nobody is told any more that it is tried again by itself.
 *
 * @param retired what is to be told of a model that is gone by now, which may be why it was refused
 */
export function lastWord(error: unknown, provider: Pick<Provider, 'label'>, retired: string | null = null): Problem {
  const problem =
    error instanceof ProviderError && PASSING.includes(error.kind)
      ? new Problem('provider_permanent', { provider: provider.label, reason: error.message }, { cause: error })
      : problemFrom(error, provider);
  if (retired === null || !(problem.code === 'provider_permanent' || problem.code === 'provider_invalid_input'))
    return problem;
  const said = String(problem.facts['reason']).replace(/\.?\s*$/, '.');
  return new Problem(problem.code, { ...problem.facts, reason: `${said} ${retired}` }, { cause: error });
}

const PASSING: readonly ProviderError['kind'][] = ['transient', 'rate_limited', 'ambiguous', 'aborted'];

/** Whether a vendor has said what will not change by asking again. */
export function isVerdict(error: unknown): error is ProviderError {
  return error instanceof ProviderError && !PASSING.includes(error.kind);
}
