import { Problem, type ProblemCode } from '#contract/problems.ts';
import { ProviderError, type Provider, type ProviderErrorKind } from '#providers/provider.ts';

const codes: Record<ProviderErrorKind, ProblemCode> = {
  invalid_key: 'provider_invalid_key',
  quota: 'provider_quota',
  rate_limited: 'provider_rate_limited',
  moderated: 'provider_moderated',
  invalid_input: 'provider_invalid_input',
  transient: 'provider_transient',
  ambiguous: 'submission_uncertain',
  permanent: 'provider_permanent',
  aborted: 'cancelled',
};

/** A failure of a provider as a problem with a sentence for the user. */
export function problemFrom(error: unknown, provider: Pick<Provider, 'label'>): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof ProviderError) {
    return new Problem(codes[error.kind], { provider: provider.label, reason: error.message }, { cause: error });
  }
  return new Problem(
    'provider_permanent',
    { provider: provider.label, reason: error instanceof Error ? error.message : String(error) },
    { cause: error },
  );
}
