import type { VendorAnswer } from './call-vendor.ts';
import { ProviderError } from './provider.ts';

/** What a vendor answered about a job; null where it does not know it (404). */
export async function unlessUnknown(answer: Promise<VendorAnswer>): Promise<VendorAnswer | null> {
  try {
    return await answer;
  } catch (failure) {
    if (failure instanceof ProviderError && failure.facts.http === 404) return null;
    throw failure;
  }
}
