import { ProviderError, type ProviderContext } from '../provider.ts';
import { callFal } from './call-fal.ts';

/** Of a request that never was. */
const NOTHING = '/fal-ai/flux/requests/00000000-0000-4000-8000-000000000000/status';

/**
 * Asks for a request that does not exist: a bad key is refused with 401, a good one is told that there is none.
 *
 * fal documents no free call that proves a key, so that no more can be said than that it was not refused.
 */
export async function checkKey(context: ProviderContext): Promise<{ readonly says: string }> {
  try {
    await callFal({ method: 'GET', path: NOTHING }, context);
  } catch (failure) {
    const isOnlyUnknown = failure instanceof ProviderError && [400, 404, 422].includes(failure.facts.http ?? 0);
    if (!isOnlyUnknown) throw failure;
  }
  return { says: 'The key was not refused. fal has no free call that proves more.' };
}
