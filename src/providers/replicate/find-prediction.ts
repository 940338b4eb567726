import { z } from 'zod';
import type { LostSubmit, ProviderContext, Receipt } from '../provider.ts';
import { callReplicate } from './call-replicate.ts';
import { bodySha256, readModelName } from './prediction-body.ts';

const Page = z.looseObject({
  next: z.string().nullish().catch(null),
  results: z.array(
    z.looseObject({
      id: z.string(),
      created_at: z.string(),
      model: z.string().catch(''),
      input: z.record(z.string(), z.unknown()).catch({}),
    }),
  ),
});
type Listed = z.infer<typeof Page>['results'][number];

const MOST_PAGES = 5; // of a hundred each, newest first
const WITHIN_MS = 15 * 60_000; // after that a call has long timed out, so that what is younger is another one

/**
 * Looks for a prediction whose answer was lost, among those of the account.
 *
 * It is ours only if the model is the same, it was created after the intent was written down and no later than a call
 * lasts, its input hashes to what was announced, and it is the only such one. That is exact: the input of a clip holds
 * the address of a picture uploaded for it alone, that of a picture a seed. Never `none`: inputs are removed after an hour,
 * and nobody says how soon a prediction is listed.
 */
export async function findPrediction(lost: LostSubmit, context: ProviderContext): Promise<Receipt | 'unknown'> {
  if (lost.bodySha256 === null) return 'unknown';
  const found: Listed[] = [];
  let path: string | null = '/predictions';
  for (let page = 0; path !== null && page < MOST_PAGES; page++) {
    const { json } = await callReplicate({ method: 'GET', path }, context);
    const { data: read } = Page.safeParse(json);
    if (!read) return 'unknown';
    found.push(...read.results.filter((one) => isIt(one, lost)));
    const oldest = read.results.at(-1);
    const isPast = oldest === undefined || Date.parse(oldest.created_at) < lost.submittingAt;
    path = isPast ? null : nextPath(read.next ?? null);
  }
  const [only] = found;
  if (!only || found.length > 1) return 'unknown';
  return { v: 1, provider: 'replicate', model: lost.model, id: only.id, submittedAt: Date.parse(only.created_at) };
}

function isIt(one: Listed, { model, submittingAt, bodySha256: wanted }: LostSubmit): boolean {
  const createdAt = Date.parse(one.created_at);
  const isInTime = createdAt >= submittingAt && createdAt <= submittingAt + WITHIN_MS;
  return isInTime && one.model === readModelName(model).name && bodySha256(model, one.input) === wanted;
}

/** Only the cursor of the address that Replicate gives: the key goes along to it. */
function nextPath(next: string | null): string | null {
  const cursor = next !== null && URL.canParse(next) ? new URL(next).searchParams.get('cursor') : null;
  return cursor === null ? null : `/predictions?${new URLSearchParams({ cursor }).toString()}`;
}
