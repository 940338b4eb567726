import type { z } from 'zod';
import { callVendor, type Vendor, type VendorAnswer, type VendorCall } from '../call-vendor.ts';
import { ProviderError, type ProviderContext } from '../provider.ts';
import { addressOf, credentials } from './address.ts';
import { refusalOf } from './refusal.ts';

/** The provider's id, as failures and receipts name it. */
export const GEMINI = 'gemini';

/** Who is called, and how its refusals are read. */
export const vendor: Vendor = { id: GEMINI, refusal: refusalOf };

/**
 * One call to Google's API; `path` begins behind the version, or is a whole address.
 *
 * @throws ProviderError
 */
export function callGemini(call: VendorCall, context: ProviderContext): Promise<VendorAnswer> {
  const path = /^https?:/.test(call.path) ? call.path : addressOf(context).url(call.path);
  return callVendor(vendor, { ...call, path, headers: { ...credentials(context), ...call.headers } }, context);
}

/** The same for a free question; null where the status says that there is no such thing (any more). */
export async function askOrNull(
  call: VendorCall,
  absent: readonly number[],
  context: ProviderContext,
): Promise<VendorAnswer | null> {
  try {
    return await callGemini(call, context);
  } catch (error) {
    if (error instanceof ProviderError && absent.includes(error.facts.http ?? 0)) return null;
    throw error;
  }
}

/**
 * Reads what was answered to a free call.
 *
 * @throws ProviderError `transient`: it is asked again
 */
export function readFree<T>(schema: z.ZodType<T>, { json, status }: VendorAnswer): T {
  const read = schema.safeParse(json);
  if (read.success) return read.data;
  throw new ProviderError(
    'transient',
    GEMINI,
    'its answer could not be understood',
    { http: status },
    { cause: read.error },
  );
}
