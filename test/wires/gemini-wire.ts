import { GoogleGenAI } from '@google/genai';
import type { RefusalCase } from './adapter-case.ts';
import { NEGATIVE, PROMPT } from './asking.ts';
import type { Answer } from './wire.ts';

// Envelopes and fields are those of npm @google/genai 3.1.0 and of FACTS section 3; what is marked [K] there is [K] here.

/** An error as Google tells it. */
export const failing = (status: number, word: string, message: string, details: readonly object[] = []): Answer => ({
  status,
  json: { error: { code: status, message, status: word, details } },
});
const reason = (why: string): object => ({ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: why });

const EXCEEDED = 'You exceeded your current quota, please check your plan and billing details.';

/** What every call may be answered. */
export const refusals: readonly RefusalCase[] = [
  {
    name: 'a field is wrong',
    answer: failing(400, 'INVALID_ARGUMENT', 'Invalid JSON payload received. Unknown name "size".'),
    kind: 'invalid_input',
    vendorCode: 'INVALID_ARGUMENT',
  },
  {
    name: 'the key is wrong, which is a 400 here',
    answer: failing(400, 'INVALID_ARGUMENT', 'Please pass another key.', [reason('API_KEY_INVALID')]),
    kind: 'invalid_key',
    vendorCode: 'API_KEY_INVALID',
  },
  {
    name: 'the key is wrong, by way of a gateway that drops details',
    answer: failing(400, 'INVALID_ARGUMENT', 'API key not valid. Please pass a valid API key.'),
    kind: 'invalid_key',
  },
  {
    name: 'the token is wrong',
    answer: failing(401, 'UNAUTHENTICATED', 'Request had invalid authentication credentials.'),
    kind: 'invalid_key',
  },
  { name: 'payment is required', answer: failing(402, 'FAILED_PRECONDITION', 'Payment required.'), kind: 'quota' },
  { name: 'the key may not', answer: failing(403, 'PERMISSION_DENIED', 'Method blocked.'), kind: 'invalid_key' },
  {
    name: 'nobody pays for the project',
    answer: failing(403, 'PERMISSION_DENIED', 'Billing is disabled.', [reason('BILLING_DISABLED')]),
    kind: 'quota',
  },
  {
    name: 'no free use in this country',
    answer: failing(400, 'FAILED_PRECONDITION', 'Please enable billing on your project.'),
    kind: 'quota',
  },
  {
    name: 'not in this country',
    answer: failing(400, 'FAILED_PRECONDITION', 'User location is not supported for the API use.'),
    kind: 'permanent',
  },
  {
    name: 'no such model',
    answer: failing(404, 'NOT_FOUND', 'models/gemini-0 is not found for API version v1beta.'),
    kind: 'permanent',
    vendorCode: 'NOT_FOUND',
  },
  { name: 'too large', answer: { status: 413, text: '<html>Too Large</html>' }, kind: 'invalid_input' },
  {
    name: 'too often',
    answer: failing(429, 'RESOURCE_EXHAUSTED', `${EXCEEDED} Please retry in 7s.`, [
      {
        '@type': 'type.googleapis.com/google.rpc.QuotaFailure',
        violations: [{ quotaId: 'GenerateRequestsPerMinutePerProjectPerModel' }],
      },
      { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '7s' },
    ]),
    kind: 'rate_limited',
    retryAfterMs: 7000,
  },
  {
    name: 'the day is used up',
    answer: failing(429, 'RESOURCE_EXHAUSTED', EXCEEDED, [
      {
        '@type': 'type.googleapis.com/google.rpc.QuotaFailure',
        violations: [{ quotaId: 'GenerateRequestsPerDayPerProjectPerModel-FreeTier' }],
      },
    ]),
    kind: 'quota',
  },
  {
    name: 'too often, without details',
    answer: failing(429, 'RESOURCE_EXHAUSTED', EXCEEDED),
    kind: 'rate_limited',
  },
  {
    name: 'nothing of it is free',
    answer: failing(429, 'RESOURCE_EXHAUSTED', `${EXCEEDED} * Quota exceeded for free_tier_requests, limit: 0`),
    kind: 'quota',
  },
  {
    name: 'the account is empty',
    answer: failing(429, 'RESOURCE_EXHAUSTED', 'Your prepayment credits are depleted.'),
    kind: 'quota',
  },
  {
    name: 'refused in the words of a 400',
    answer: failing(400, 'INVALID_ARGUMENT', 'Sensitive words.'),
    kind: 'moderated',
  },
  { name: 'trouble', answer: failing(500, 'INTERNAL', 'An internal error has occurred.'), kind: 'ambiguous' },
  { name: 'overloaded', answer: failing(503, 'UNAVAILABLE', 'The model is overloaded.'), kind: 'ambiguous' },
  { name: 'too slow', answer: failing(504, 'DEADLINE_EXCEEDED', 'Deadline expired.'), kind: 'ambiguous' },
  { name: 'an answer that is no JSON', answer: { text: '<html>hello</html>' }, kind: 'ambiguous' },
];

/** What is sent of the prompt of the suite. */
export const WORDS = `${PROMPT}\n\nAvoid: ${NEGATIVE}`;

/** Where the SDK is pointed. */
export interface To {
  readonly baseUrl: string;
  readonly apiKey: string;
}

/** Google's own SDK; its default is `v1`, and `v1beta` is what FACTS section 3 was read at. */
export function client({ baseUrl, apiKey }: To): GoogleGenAI {
  return new GoogleGenAI({ apiKey, httpOptions: { baseUrl, apiVersion: 'v1beta' } });
}
