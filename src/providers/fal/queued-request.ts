import { z } from 'zod';
import type { VendorAnswer } from '../call-vendor.ts';
import {
  ProviderError,
  type MediaAdapter,
  type MediaOutput,
  type PollState,
  type ProviderContext,
  type Receipt,
} from '../provider.ts';
import { keepNotes, notesOf } from '../receipt-notes.ts';
import { unlessUnknown } from '../unless-unknown.ts';
import { callFal, pathOf, readFailure } from './call-fal.ts';

const POLL_MS = 3000;
const PLACE_MS = 1000; // longer for each that is before it
const MOST_POLL_MS = 15_000;

const Queued = z.looseObject({
  request_id: z.string().min(1),
  status_url: z.string().optional().catch(undefined),
  response_url: z.string().optional().catch(undefined),
  cancel_url: z.string().optional().catch(undefined),
});
const Status = z.looseObject({
  status: z.string(),
  queue_position: z.number().optional().catch(undefined),
  error: z.string().optional().catch(undefined),
  error_type: z.string().optional().catch(undefined),
});
const File = z.looseObject({ url: z.string(), content_type: z.string().optional().catch(undefined) });
/** What models answer with: one picture or clip, or a list of them. */
const Result = z.looseObject({
  video: File.optional().catch(undefined),
  image: File.optional().catch(undefined),
  videos: z.array(File).catch([]),
  images: z.array(File).catch([]),
  has_nsfw_concepts: z.array(z.boolean()).catch([]),
});

const Cancelled = z.looseObject({ status: z.string() });
const TOO_LATE: readonly string[] = ['ALREADY_COMPLETED', 'NOT_FOUND']; // fal.ai/docs/inference-api/queue/cancel

const MIMES = { image: 'image/png', video: 'video/mp4' } as const;

/**
 * The billable call: puts a request into the queue.
 *
 * @param endpoint the model's own id, or one below it
 * @param notes what is to be told of the result, kept in the receipt until there is one
 * @throws ProviderError `ambiguous` where the answer names no request
 */
export async function startRequest(
  model: string,
  endpoint: string,
  body: object,
  notes: readonly string[],
  context: ProviderContext,
): Promise<Receipt> {
  const { json } = await callFal({ method: 'POST', path: pathOf(endpoint), body, paid: true }, context);
  const queued = Queued.safeParse(json);
  if (!queued.success) {
    throw new ProviderError('ambiguous', 'fal', 'it took the request and gave it no name', { model });
  }
  const { request_id: id, status_url: status, response_url: response, cancel_url: cancel } = queued.data;
  const addresses = Object.entries({ status, response, cancel }).filter(([, url]) => isOurs(url, context));
  return {
    v: 1,
    provider: 'fal',
    model,
    id,
    submittedAt: Date.now(),
    extra: { ...(Object.fromEntries(addresses) as Record<string, string>), ...keepNotes(notes) },
  };
}

/** What a request that was queued is asked, whatever it makes. */
export function requestCalls(role: 'image' | 'video'): Required<Pick<MediaAdapter<unknown>, 'poll' | 'cancel'>> {
  return {
    async poll(receipt, context) {
      const answer = await unlessUnknown(
        callFal({ method: 'GET', path: addressOf(receipt, 'status', context) }, context),
      );
      if (answer === null) return { status: 'lost' };
      const status = Status.safeParse(answer.json);
      if (!status.success)
        throw new ProviderError('transient', 'fal', 'its answer is no state', { model: receipt.model });
      return stateOf(status.data, role, receipt, context);
    },
    async cancel(receipt, context) {
      const call = { method: 'PUT', path: addressOf(receipt, 'cancel', context) } as const;
      try {
        const { json } = await callFal(call, context);
        // What waits is taken out of the queue, what runs is told to stop.
        const { data: said } = Cancelled.safeParse(json);
        return said && TOO_LATE.includes(said.status) ? 'too_late' : 'cancelled';
      } catch (failure) {
        if (failure instanceof ProviderError && [400, 404].includes(failure.facts.http ?? 0)) return 'too_late';
        throw failure;
      }
    },
  };
}

async function stateOf(
  { status, queue_position: before = 0, error, error_type: type }: z.infer<typeof Status>,
  role: 'image' | 'video',
  receipt: Receipt,
  context: ProviderContext,
): Promise<PollState> {
  switch (status) {
    case 'IN_QUEUE':
      return { status: 'pending', pollAfterMs: Math.min(MOST_POLL_MS, POLL_MS + before * PLACE_MS) };
    case 'COMPLETED':
      if (error === undefined && type === undefined) return fetchState(role, receipt, context);
      return failed(receipt, readFailure({ detail: error ?? 'it failed', error_type: type }, 500));
    case 'CANCELED':
    case 'CANCELLED':
      return { status: 'cancelled' };
    case 'FAILED': // neither is documented by fal itself, only by those who describe it
      return failed(receipt, { kind: 'permanent', message: error ?? 'it failed' });
    default:
      return { status: 'pending', pollAfterMs: POLL_MS };
  }
}

/** The result, or what the model answered instead: its own status and words come back from the same address. */
async function fetchState(role: 'image' | 'video', receipt: Receipt, context: ProviderContext): Promise<PollState> {
  let answer: VendorAnswer;
  try {
    answer = await callFal({ method: 'GET', path: addressOf(receipt, 'response', context) }, context);
  } catch (failure) {
    if (!(failure instanceof ProviderError) || !isVerdict(failure)) throw failure;
    if (failure.facts.http !== 404) return { status: 'failed', error: failure };
    // fal.ai/docs/inference-api/queue/result, read 2026-11-21
    return failed(receipt, {
      kind: 'permanent',
      message: 'fal keeps a result for an hour, and this one was asked for later.',
    });
  }
  const result = Result.safeParse(answer.json);
  if (!result.success) throw new ProviderError('transient', 'fal', 'its answer is no result', { model: receipt.model });
  const { video, videos, image, images, has_nsfw_concepts: flags } = result.data;
  // Such pictures come back black.
  if (flags.includes(true))
    return failed(receipt, { kind: 'moderated', message: 'The picture was held back as unsafe.' });
  const files = role === 'video' ? [video, ...videos] : [image, ...images];
  const outputs = files
    .filter((file) => file !== undefined)
    .map((file): MediaOutput => ({ mime: file.content_type ?? MIMES[role], url: file.url, notes: notesOf(receipt) }));
  if (outputs.length === 0) return failed(receipt, { kind: 'permanent', message: 'It finished without a result.' });
  return { status: 'done', outputs };
}

/** Whether it is the model that has refused, and not the queue that has a bad moment. */
function isVerdict({ facts, kind }: ProviderError): boolean {
  const isBadMoment = ['transient', 'rate_limited', 'invalid_key', 'quota'].includes(kind);
  // A fault of the model's own comes with a code; the queue's own do not.
  return !isBadMoment || (kind === 'transient' && facts.vendorCode !== undefined);
}

function failed(
  { model }: Receipt,
  failure: { readonly kind: ProviderError['kind']; readonly message: string; readonly vendorCode?: string },
): PollState {
  const { kind, message, vendorCode } = failure;
  const facts = { model, ...(vendorCode === undefined ? {} : { vendorCode }) };
  return { status: 'failed', error: new ProviderError(kind, 'fal', message, facts) };
}

/**
 * Where a request is asked about: at the address that fal gave for it, as it wants, else at the one that its client builds.
 *
 * An address elsewhere is never followed: the key goes along.
 */
function addressOf(
  { model, id, extra }: Receipt,
  what: 'status' | 'response' | 'cancel',
  context: ProviderContext,
): string {
  const given = extra?.[what];
  if (given !== undefined && isOurs(given, context)) return given;
  const parts = pathOf(model).split('/');
  const app = parts.slice(0, NAMESPACES.includes(parts[1] ?? '') ? 4 : 3).join('/');
  return `${app}/requests/${encodeURIComponent(id)}${what === 'response' ? '' : `/${what}`}`;
}

const NAMESPACES: readonly string[] = ['workflows', 'comfy']; // ids with an owner behind them, by @fal-ai/client 1.10.1

function isOurs(url: string | undefined, { baseUrl = '' }: ProviderContext): boolean {
  return (
    url !== undefined && URL.canParse(url) && URL.canParse(baseUrl) && new URL(url).origin === new URL(baseUrl).origin
  );
}
