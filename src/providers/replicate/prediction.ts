import { z } from 'zod';
import { ownEntry } from '../own-entry.ts';
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
import { callReplicate } from './call-replicate.ts';
import { findPrediction } from './find-prediction.ts';
import { predictionBody, predictionPath } from './prediction-body.ts';

const STARTING_POLL_MS = 4000; // a machine is being found, which takes seconds or minutes
const PROCESSING_POLL_MS = 2000;

const Created = z.looseObject({ id: z.string().min(1) });
const Prediction = z.looseObject({
  status: z.string(),
  output: z.unknown().optional(),
  error: z.unknown().optional(),
  data_removed: z.boolean().catch(false),
});

const MIMES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  mp4: 'video/mp4',
  webm: 'video/webm',
  mov: 'video/quicktime',
};

/**
 * The billable call. Without `Prefer: wait`: it answers at once, and the result is asked for.
 *
 * @param notes what is to be told of the result, kept in the receipt until there is one
 * @throws ProviderError `ambiguous` where the answer names no prediction
 */
export async function startPrediction(
  model: string,
  input: Readonly<Record<string, unknown>>,
  notes: readonly string[],
  context: ProviderContext,
): Promise<Receipt> {
  const path = predictionPath(model);
  const body = predictionBody(model, input);
  const { json } = await callReplicate({ method: 'POST', path, body, paid: true }, context);
  const created = Created.safeParse(json);
  if (!created.success) {
    throw new ProviderError('ambiguous', 'replicate', 'it took the request and named no prediction', { model });
  }
  const { id } = created.data;
  return { v: 1, provider: 'replicate', model, id, submittedAt: Date.now(), extra: keepNotes(notes) };
}

/** What a prediction that was started is asked, whatever it makes. */
export function predictionCalls(
  role: 'image' | 'video',
): Required<Pick<MediaAdapter<unknown>, 'poll' | 'cancel' | 'find'>> {
  return {
    async poll(receipt, context) {
      const prediction = await look(receipt, context);
      return prediction === null ? { status: 'lost' } : stateOf(prediction, role, receipt);
    },
    async cancel(receipt, context) {
      const prediction = await look(receipt, context);
      if (prediction === null || prediction.status === 'succeeded' || prediction.status === 'failed') return 'too_late';
      if (prediction.status === 'canceled' || prediction.status === 'aborted') return 'cancelled';
      await callReplicate({ method: 'POST', path: `${pathOf(receipt)}/cancel` }, context);
      return 'cancelled';
    },
    find: findPrediction,
  };
}

function pathOf({ id }: Receipt): string {
  return `/predictions/${encodeURIComponent(id)}`;
}

/** null where Replicate does not know it. Its address is ours, never the one of the answer: the key goes along. */
async function look(receipt: Receipt, context: ProviderContext): Promise<z.infer<typeof Prediction> | null> {
  const answer = await unlessUnknown(callReplicate({ method: 'GET', path: pathOf(receipt) }, context));
  if (answer === null) return null;
  const prediction = Prediction.safeParse(answer.json);
  if (prediction.success) return prediction.data;
  throw new ProviderError('transient', 'replicate', 'its answer is no prediction', { model: receipt.model });
}

/** The states of replicate.com/docs/topics/predictions/lifecycle, read 2026-11-21. */
function stateOf(prediction: z.infer<typeof Prediction>, role: 'image' | 'video', receipt: Receipt): PollState {
  const { status, error } = prediction;
  switch (status) {
    case 'succeeded':
      return doneState(prediction, role, receipt);
    case 'failed': {
      const said = typeof error === 'string' && error !== '' ? error : 'it failed';
      return failed(isModerated(said) ? 'moderated' : 'permanent', said, receipt);
    }
    case 'canceled':
      return { status: 'cancelled' };
    case 'aborted':
      // Before it began, and so for nothing (replicate.com/changelog/2025-10-16-prediction-deadlines).
      return {
        ...failed('permanent', 'it found no machine in time, and gave up before it began', receipt),
        costMicroUsd: 0,
      };
    default:
      return { status: 'pending', pollAfterMs: status === 'processing' ? PROCESSING_POLL_MS : STARTING_POLL_MS };
  }
}

function doneState(
  { output, data_removed: isRemoved }: z.infer<typeof Prediction>,
  role: 'image' | 'video',
  receipt: Receipt,
): PollState {
  if (isRemoved) {
    return failed('permanent', 'Replicate removes a result after an hour, and this one was asked for later.', receipt);
  }
  const notes = notesOf(receipt);
  const outputs = addressesIn(output)
    .map((url): MediaOutput => ({ mime: mimeOf(url, role), url, notes }))
    .filter(({ mime }) => mime.startsWith(`${role}/`)); // some leave a thumbnail beside the clip
  return outputs.length > 0
    ? { status: 'done', outputs }
    : failed('permanent', 'it finished without a result', receipt);
}

function failed(
  kind: ProviderError['kind'],
  message: string,
  { model }: Receipt,
): PollState & { readonly status: 'failed' } {
  return { status: 'failed', error: new ProviderError(kind, 'replicate', message, { model }) };
}

/** Models fail in their own words; these are the ones that the larger of them have for it [K]. */
function isModerated(message: string): boolean {
  return /\bE005\b|\bNSFW\b|flagged|sensitive|moderat|content polic|safety/i.test(message);
}

/** What models leave: one address, a list of them, or a structure around either. */
function addressesIn(output: unknown): string[] {
  if (typeof output === 'string') return /^https?:\/\//.test(output) && URL.canParse(output) ? [output] : [];
  if (Array.isArray(output)) return output.flatMap(addressesIn);
  return typeof output === 'object' && output !== null ? Object.values(output).flatMap(addressesIn) : [];
}

function mimeOf(url: string, role: 'image' | 'video'): string {
  const extension = new URL(url).pathname.split('.').at(-1)?.toLowerCase() ?? '';
  return ownEntry(MIMES, extension) ?? (role === 'video' ? 'video/mp4' : 'image/png');
}
