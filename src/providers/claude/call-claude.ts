import { z } from 'zod';
import {
  callVendor,
  kindOfStatus,
  type Refusal,
  type Vendor,
  type VendorAnswer,
  type VendorCall,
} from '../call-vendor.ts';
import { ownEntry } from '../own-entry.ts';
import type { ProviderContext, ProviderErrorKind } from '../provider.ts';

/** The version of the API that bodies and errors here are written for; its own SDK 1.11.0 names the same. */
const VERSION = '2026-10-21';

/** Who is called, in failures. */
export const claudeVendor: Vendor = { id: 'claude', refusal };

/** One call to Anthropic, with the key and the version it asks for. */
export function callClaude(call: VendorCall, context: ProviderContext): Promise<VendorAnswer> {
  const headers = { 'x-api-key': context.apiKey ?? '', 'anthropic-version': VERSION };
  return callVendor(claudeVendor, { ...call, headers }, context);
}

const Refused = z.looseObject({ error: z.looseObject({ type: z.string(), message: z.string() }) });

/** By their `type`, FACTS sections 2 and 7; what is not here is told by the status. */
const KINDS: Readonly<Record<string, ProviderErrorKind>> = {
  authentication_error: 'invalid_key',
  permission_error: 'invalid_key',
  billing_error: 'quota',
  rate_limit_error: 'rate_limited',
  overloaded_error: 'rate_limited', // 529: turned away before anything is read
  not_found_error: 'permanent', // a model that is gone, or that the key may not see
  invalid_request_error: 'invalid_input',
  request_too_large: 'invalid_input',
};

const OVERLOADED = 529;

function refusal({ status, json, text }: VendorAnswer): Refusal {
  const read = Refused.safeParse(json);
  if (!read.success) {
    const kind = status === OVERLOADED ? 'rate_limited' : kindOfStatus(status);
    return { kind, message: text.trim() || `Claude answered ${status}` };
  }
  const { type, message } = read.data.error;
  // An empty account has been told as a plain 400 as well [3P portkey.ai/error-library].
  const isEmpty = type === 'invalid_request_error' && /credit balance/i.test(message);
  const kind = isEmpty ? 'quota' : (ownEntry(KINDS, type) ?? kindOfStatus(status));
  return { kind, message, vendorCode: type };
}
