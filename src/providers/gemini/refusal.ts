import { z } from 'zod';
import { kindOfStatus, type Refusal, type VendorAnswer } from '../call-vendor.ts';
import type { ProviderErrorKind } from '../provider.ts';
import { saysModerated } from './moderation.ts';

const Detail = z.object({
  reason: z.string().optional(),
  retryDelay: z.string().optional(),
  violations: z.array(z.object({ quotaId: z.string().optional() })).optional(),
});

const ErrorBody = z.object({
  error: z.object({
    message: z.string().default(''),
    status: z.string().optional(),
    code: z.union([z.number(), z.string()]).optional(),
    details: z.array(Detail).optional().catch([]),
  }),
});

type GoogleError = z.infer<typeof ErrorBody>['error'];

/** Reads `{error: {code, message, status, details}}`, which Vertex AI sends in a list at times. */
export function refusalOf({ status, json, text }: VendorAnswer): Refusal {
  const read = ErrorBody.safeParse(Array.isArray(json) ? json[0] : json);
  if (!read.success) return { kind: kindOf(status, { message: '' }), message: text.trim() || `HTTP ${status}` };
  const { error } = read.data;
  const details = error.details ?? [];
  const vendorCode =
    details.find(({ reason }) => reason)?.reason ??
    error.status ??
    (error.code === undefined ? undefined : String(error.code));
  const wait = details.find(({ retryDelay }) => retryDelay)?.retryDelay;
  const retryAfterMs = wait === undefined ? undefined : Number.parseFloat(wait) * 1000; // "7s", "7.5s"
  return {
    kind: kindOf(status, error),
    message: error.message || `HTTP ${status}`,
    ...(vendorCode === undefined ? {} : { vendorCode }),
    ...(retryAfterMs !== undefined && retryAfterMs >= 0 ? { retryAfterMs } : {}),
  };
}

/** Prepaid credits, a cap of the user's own, and models that are not in the free tier. [K] */
const SPENT = /\bcredits?\b|prepay|spend(?:ing)? (?:cap|limit)|limit: 0\b/i;

/** What a status and the reasons given with it mean; FACTS sections 3 and 7, the rest marked. */
function kindOf(status: number, error: GoogleError): ProviderErrorKind {
  const details = error.details ?? [];
  const reasons = details.flatMap(({ reason }) => reason ?? []);
  const { message } = error;
  if (reasons.some((reason) => reason.startsWith('API_KEY_')) || /api key (?:not valid|expired)/i.test(message)) {
    return 'invalid_key'; // a bad key is a 400 here
  }
  if (reasons.includes('BILLING_DISABLED')) return 'quota'; // 403 [K]
  if (status === 429) {
    // The message of every one of them says "check your plan and billing details", so that it tells nothing by itself. [K]
    const quotas = details.flatMap(({ violations = [] }) => violations).map(({ quotaId = '' }) => quotaId);
    const isSpent = quotas.some((quota) => /per_?day|billing/i.test(quota)) || SPENT.test(message);
    return isSpent ? 'quota' : 'rate_limited';
  }
  if (status === 400 && error.status === 'FAILED_PRECONDITION') {
    return /billing/i.test(message) ? 'quota' : 'permanent'; // also: "User location is not supported" [K]
  }
  if (status === 404) return 'permanent'; // no such model, or none any more
  const kind = kindOfStatus(status);
  return kind === 'invalid_input' && saysModerated(message) ? 'moderated' : kind;
}
