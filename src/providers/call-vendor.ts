import { createHash } from 'node:crypto';
import { ProviderError, type ProviderContext, type ProviderErrorKind } from './provider.ts';

/** A call to a vendor's own address. */
export interface VendorCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the base address of the context, beginning with `/`; or a whole one that the vendor itself gave. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object goes as JSON. */
  readonly body?: object | FormData | Uint8Array;
  /** The one billable call: announced before it is made, and never made again by itself. */
  readonly paid?: boolean;
  /** For all of it; two minutes unless said, and ten where it is paid. */
  readonly timeoutMs?: number;
  /** Of the answer; 16 MB unless said. */
  readonly maxBytes?: number;
}

/** What a vendor answered. */
export interface VendorAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** null where the answer is no JSON. */
  readonly json: unknown;
}

/** What a refusal means, in our words; the sentence is the vendor's own, for the user. */
export interface Refusal {
  readonly kind: ProviderErrorKind;
  readonly message: string;
  readonly vendorCode?: string;
  readonly retryAfterMs?: number;
}

/** Who is called, and how its refusals are read. */
export interface Vendor {
  readonly id: string;
  /** Reads an answer that is no success. `transient` of a paid call counts as ambiguous: it may have been taken. */
  readonly refusal: (answer: VendorAnswer) => Refusal;
}

const TIMEOUT_MS = 120_000;
const PAID_TIMEOUT_MS = 600_000; // pictures and long texts come in the answer itself, and a model may have to be loaded first
const MAX_ANSWER_BYTES = 16e6;
const MESSAGE_CHARACTERS = 500; // of the vendor's words; some send whole pages
const LONGEST_WAIT_MS = 24 * 3_600_000; // whoever asks for more is not to be trusted with when we come back

/**
 * One call to a vendor, made once.
 *
 * @throws ProviderError: `transient` where the call surely was not taken, or may be made again for nothing; `ambiguous`
 *   where it is paid and nobody can tell; else what the vendor's refusal means
 */
export async function callVendor(vendor: Vendor, call: VendorCall, context: ProviderContext): Promise<VendorAnswer> {
  const { bytes, contentType } = await encoded(call.body);
  const headers = headersOf(vendor, call, contentType);
  context.signal.throwIfAborted(); // before anything is announced: what is not sent is not in doubt
  if (call.paid)
    await context.sending({
      sha256: createHash('sha256')
        .update(bytes ?? '')
        .digest('hex'),
      call,
    });
  const timeout = AbortSignal.timeout(call.timeoutMs ?? (call.paid ? PAID_TIMEOUT_MS : TIMEOUT_MS));
  const signal = AbortSignal.any([context.signal, timeout]);
  let answer: VendorAnswer;
  try {
    const url = /^https?:/.test(call.path) ? call.path : `${context.baseUrl ?? ''}${call.path}`;
    const response = await context.fetch(url, {
      method: call.method,
      redirect: 'manual', // the key stays where it was meant for
      signal,
      headers,
      ...(bytes === null ? {} : { body: bytes }),
    });
    const text = await readText(response, call.maxBytes ?? MAX_ANSWER_BYTES);
    answer = { status: response.status, headers: response.headers, text, json: parsed(text) };
  } catch (error) {
    if (context.signal.aborted && !call.paid) throw context.signal.reason;
    throw unanswered(vendor, call, error, timeout.aborted);
  }
  if (answer.status >= 200 && answer.status < 300) return answer;
  if (answer.status >= 300 && answer.status < 400) throw redirected(vendor, answer);
  throw refused(vendor, call, answer, context.apiKey);
}

/** Made before anything is announced; what is wrong with them can only be the key, which is not told. */
function headersOf(vendor: Vendor, { headers }: VendorCall, contentType: string | null): Headers {
  try {
    return new Headers({ ...(contentType === null ? {} : { 'content-type': contentType }), ...headers });
  } catch {
    throw new ProviderError('invalid_key', vendor.id, 'the key holds characters that no key has');
  }
}

/** Nobody is followed: the address is a wrong one, and nothing was taken there. */
function redirected(vendor: Vendor, { status, headers }: VendorAnswer): ProviderError {
  const to = headers.get('location') ?? '';
  const where = URL.canParse(to) ? new URL(to).origin : 'another address';
  return new ProviderError('invalid_input', vendor.id, `its address sends us on to ${where}: that is to be set`, {
    http: status,
  });
}

/** The body as bytes, so that they can be hashed, and so that what is hashed is what is sent. */
async function encoded(
  body: VendorCall['body'],
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer> | null; readonly contentType: string | null }> {
  if (body === undefined) return { bytes: null, contentType: null };
  if (body instanceof Uint8Array) return { bytes: new Uint8Array(body), contentType: null };
  if (body instanceof FormData) {
    const form = new Response(body);
    return { bytes: new Uint8Array(await form.arrayBuffer()), contentType: form.headers.get('content-type') };
  }
  return { bytes: new TextEncoder().encode(JSON.stringify(body)), contentType: 'application/json' };
}

class TooLarge extends Error {
  constructor(maxBytes: number) {
    super(`its answer is larger than ${Math.floor(maxBytes / 1e6)} MB`);
  }
}

async function readText(response: Response, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of response.body ?? []) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > maxBytes) throw new TooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** Codes of connections that were never made, so that nothing can have been taken. */
const NEVER_MADE: readonly string[] = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];

/** Codes of certificates that do not hold, by which a connection ends before anything is said. */
const UNTRUSTED = /^(ERR_TLS_CERT|CERT_|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED_|UNABLE_TO_(GET|VERIFY)_)/;

function unanswered(vendor: Vendor, call: VendorCall, error: unknown, isLate: boolean): ProviderError {
  const { codes, isConnecting } = traceOf(error);
  const isUntrusted = codes.some((code) => UNTRUSTED.test(code));
  const isNeverMade = isUntrusted || isConnecting || codes.some((code) => NEVER_MADE.includes(code));
  const reason = isUntrusted
    ? 'its certificate does not hold'
    : isNeverMade
      ? 'it cannot be reached'
      : isLate
        ? 'it did not answer in time'
        : error instanceof TooLarge
          ? error.message
          : 'the connection broke before it answered';
  const kind = call.paid && !isNeverMade ? 'ambiguous' : 'transient';
  return new ProviderError(kind, vendor.id, reason, codes[0] ? { vendorCode: codes[0] } : {}, { cause: error });
}

/** The codes of an error and of all that led to it, and whether it is one of connecting. */
function traceOf(error: unknown): { readonly codes: readonly string[]; readonly isConnecting: boolean } {
  const codes: string[] = [];
  let isConnecting = false;
  const seen = new Set<unknown>();
  const look = (one: unknown): void => {
    if (!(one instanceof Error) || seen.has(one)) return;
    seen.add(one);
    if ('code' in one && typeof one.code === 'string') codes.push(one.code);
    if ('syscall' in one && one.syscall === 'connect') isConnecting = true;
    if (one instanceof AggregateError) one.errors.forEach(look);
    look(one.cause);
  };
  look(error);
  return { codes, isConnecting };
}

function refused(vendor: Vendor, call: VendorCall, answer: VendorAnswer, apiKey: string | undefined): ProviderError {
  const { kind, message, vendorCode, retryAfterMs = retryAfter(answer.headers) } = vendor.refusal(answer);
  const requestId = answer.headers.get('x-request-id') ?? answer.headers.get('request-id');
  return new ProviderError(
    call.paid && kind === 'transient' ? 'ambiguous' : kind,
    vendor.id,
    // Some repeat the key in their words.
    (apiKey ? message.replaceAll(apiKey, '(key)') : message).slice(0, MESSAGE_CHARACTERS),
    {
      http: answer.status,
      ...(vendorCode === undefined ? {} : { vendorCode }),
      ...(retryAfterMs === undefined ? {} : { retryAfterMs: Math.min(retryAfterMs, LONGEST_WAIT_MS) }),
      ...(requestId === null ? {} : { requestId }),
    },
  );
}

/** What `Retry-After` asks for: seconds, or a date. */
function retryAfter(headers: Headers): number | undefined {
  const exact = Number(headers.get('retry-after-ms') ?? Number.NaN);
  if (exact >= 0) return exact;
  const said = headers.get('retry-after');
  if (said === null) return undefined;
  const seconds = Number(said);
  if (seconds >= 0) return seconds * 1000;
  const at = Date.parse(said);
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now());
}

/** What a status means where a vendor says nothing more of it. */
export function kindOfStatus(status: number): ProviderErrorKind {
  if (status === 401 || status === 403) return 'invalid_key';
  if (status === 402) return 'quota';
  if (status === 429) return 'rate_limited';
  if (status === 408 || status === 409 || status >= 500) return 'transient';
  return 'invalid_input';
}
