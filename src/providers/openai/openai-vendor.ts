import { z } from 'zod';
import { kindOfStatus, type Vendor, type VendorAnswer } from '../call-vendor.ts';
import { ownEntry } from '../own-entry.ts';
import type { ProviderContext, ProviderErrorKind } from '../provider.ts';

/** Where OpenAI is asked; the version belongs to it, since gateways choose their own. */
export const OPENAI_BASE_URL = 'https://api.openai.com/v1';

/** The header that carries the key; none where there is none. */
export function authorization({ apiKey }: Pick<ProviderContext, 'apiKey'>): Record<string, string> {
  return apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` };
}

/** The envelope of every error, as openai 7.55.0 reads it; gateways leave out what they like. */
const Refused = z.object({
  error: z.union([
    z.string(),
    z.object({
      message: z.string().nullish(),
      type: z.string().nullish(),
      code: z.union([z.string(), z.number()]).nullish(),
    }),
  ]),
});

const kinds: Readonly<Record<string, ProviderErrorKind>> = {
  invalid_api_key: 'invalid_key',
  insufficient_quota: 'quota',
  billing_hard_limit_reached: 'quota',
  billing_not_active: 'quota',
  // Of pictures since gpt-image, before it, and of the Responses API.
  moderation_blocked: 'moderated',
  content_policy_violation: 'moderated',
  image_content_policy_violation: 'moderated',
  invalid_prompt: 'moderated',
  bio_policy: 'moderated',
  misalignment_policy_violation: 'moderated',
  model_not_found: 'permanent',
  unsupported_country_region_territory: 'permanent', // a 403 that no other key helps against [K]
  rate_limit_exceeded: 'rate_limited',
};

/** What a code of OpenAI's means; undefined where it says no more than the status. */
export function kindOfCode(code: string | undefined): ProviderErrorKind | undefined {
  return ownEntry(kinds, code);
}

/** OpenAI, or whoever speaks like it, and what its refusals mean. */
export function openaiVendor(id: string): Vendor {
  return { id, refusal };
}

function refusal({ status, json }: VendorAnswer): ReturnType<Vendor['refusal']> {
  const read = Refused.safeParse(json);
  if (!read.success) return { kind: kindOfStatus(status), message: `it answered with status ${String(status)}` };
  const error = typeof read.data.error === 'string' ? { message: read.data.error } : read.data.error;
  const vendorCode = 'code' in error && error.code != null ? String(error.code) : undefined;
  const said = error.message?.trim() ?? '';
  // "Your organization must be verified to use the model": the key is good, and its owner has to be told [K].
  const isUnverified = status === 403 && /verified/i.test(said);
  const kind = kindOfCode(vendorCode) ?? (isUnverified ? 'permanent' : kindOfStatus(status));
  return {
    kind: status >= 500 ? kindOfStatus(status) : kind,
    message: said === '' ? `it answered with status ${String(status)}` : plain(said),
    ...(vendorCode === undefined ? {} : { vendorCode }),
  };
}

/** Its words without the end of the key that it repeats, and without the full stop that our own sentence has. */
function plain(message: string): string {
  return message.replaceAll(/\b(?:sk|sess|key)-[\w*-]+/g, '(key)').replace(/\.$/, '');
}
