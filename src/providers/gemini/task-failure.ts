import { ProviderError, type ProviderErrorKind } from '../provider.ts';
import { GEMINI } from './call-gemini.ts';
import { saysModerated } from './moderation.ts';

/** Google's own numbers of what went wrong (google.rpc.Code), as they stand in results, and their names. */
const CODES: readonly (readonly [number, string, ProviderErrorKind])[] = [
  [3, 'INVALID_ARGUMENT', 'invalid_input'],
  [4, 'DEADLINE_EXCEEDED', 'transient'],
  [7, 'PERMISSION_DENIED', 'invalid_key'],
  [8, 'RESOURCE_EXHAUSTED', 'rate_limited'],
  [10, 'ABORTED', 'transient'],
  [13, 'INTERNAL', 'transient'],
  [14, 'UNAVAILABLE', 'transient'],
  [16, 'UNAUTHENTICATED', 'invalid_key'],
];

/** Why a task ended without a result: by its words first, since moderation has no code of its own, then by its code. */
export function taskFailure(
  words: string,
  { model, code }: { readonly model: string; readonly code?: number | string | undefined },
): ProviderError {
  const isMeant = ([number, name]: (typeof CODES)[number]): boolean =>
    code === number || (typeof code === 'string' && code.toUpperCase().includes(name)); // also a URI that ends with it
  const known = CODES.find(isMeant);
  const kind = saysModerated(words) ? 'moderated' : (known?.[2] ?? 'permanent');
  const vendorCode = known?.[1] ?? (code === undefined ? undefined : String(code));
  return new ProviderError(kind, GEMINI, words, { model, ...(vendorCode === undefined ? {} : { vendorCode }) });
}
