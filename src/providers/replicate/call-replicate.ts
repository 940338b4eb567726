import { z } from 'zod';
import { callVendor, kindOfStatus, type Refusal, type VendorAnswer, type VendorCall } from '../call-vendor.ts';
import type { ProviderContext } from '../provider.ts';

/** One call to Replicate, with the key. */
export function callReplicate(call: VendorCall, context: ProviderContext): Promise<VendorAnswer> {
  const headers = { authorization: `Bearer ${context.apiKey ?? ''}`, ...call.headers };
  return callVendor({ id: 'replicate', refusal }, { ...call, headers }, context);
}

const Refused = z.looseObject({
  title: z.string().catch(''),
  detail: z.string().catch(''),
  invalid_fields: z.array(z.looseObject({ field: z.string().catch(''), description: z.string() })).catch([]),
});

function refusal({ status, json, text }: VendorAnswer): Refusal {
  const read = Refused.safeParse(json);
  const {
    title,
    detail,
    invalid_fields: fields,
  } = read.success ? read.data : { title: '', detail: '', invalid_fields: [] };
  const faults = fields.map(({ field, description }) => (field === '' ? description : `${field}: ${description}`));
  const said = [detail || title, ...faults].filter((part) => part !== '').join(' ');
  const message = said || text.trim() || `Replicate answered ${status}`;
  // The wait is in its words only: "Your rate limit resets in ~30s." (docs: rate limits)
  const [, seconds] = status === 429 ? (/resets in ~?(\d+)\s*s/.exec(detail) ?? []) : [];
  return {
    kind: kindOfStatus(status),
    message,
    ...(seconds === undefined ? {} : { retryAfterMs: Number(seconds) * 1000 }),
  };
}
