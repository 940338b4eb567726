import { Problem } from '#contract/problems.ts';
import type { JobOutcome } from '#jobs/job-queue.ts';
import { ProviderError, type MediaOutput } from '#providers/provider.ts';
import { moveGeneration } from '#store/generations.ts';
import { receiptOf, type Answer } from './ask-provider.ts';
import { finishGeneration } from './finish-generation.ts';
import { OVER, receiptAdapter, type GenerationRun } from './generation-run.ts';
import { hideKey } from './hide-key.ts';
import { lastWord } from './last-word.ts';
import { settleGeneration } from './settle-generation.ts';

const DOWNLOADS = 3; // of an address that cannot be asked for anew

/**
 * Fetches what was made and ends the generation with it.
 *
 * What cannot be used at all (too large, of another type, at a private address) is its end too, and was paid.
 *
 * @throws what may pass, where the receipt can be asked about again
 */
export async function keepAnswer(
  run: GenerationRun,
  jobId: string,
  answer: Exclude<Answer, { kind: 'receipt' }>,
): Promise<JobOutcome> {
  const { world, provider, generation } = run;
  // Without a receipt there is nothing to fetch again by: it stays `submitting` until the result is kept.
  if (generation.receipt !== null)
    await moveGeneration(world.database.kysely, generation.id, ['submitted', 'running'], 'fetching');
  try {
    const outputs = answer.kind === 'media' ? await Promise.all(answer.outputs.map((one) => fetched(run, one))) : [];
    await finishGeneration(world, generation, jobId, answer.kind === 'media' ? { ...answer, outputs } : answer);
  } catch (thrown) {
    const error = hideKey(thrown, run.context.apiKey);
    if (run.context.signal.aborted) throw error;
    const isForGood =
      error instanceof Problem ? !mayPass(error) : error instanceof ProviderError && error.kind === 'permanent';
    if (!isForGood && generation.receipt !== null) throw error;
    if (!isForGood && !(error instanceof Problem) && !(error instanceof ProviderError)) throw error; // ours: the queue tries again
    const { costMicroUsd } = answer;
    await settleGeneration(world, generation, jobId, lastWord(error, provider), { spent: { costMicroUsd } });
  }
  return OVER;
}

/** A result on this disk. */
async function fetched(run: GenerationRun, output: MediaOutput): Promise<MediaOutput> {
  if (output.path !== undefined || output.url === undefined) return output;
  return { ...output, path: await download(run, output, output.url) };
}

async function download(run: GenerationRun, output: MediaOutput, url: string): Promise<string> {
  const { provider, generation, context } = run;
  const adapter = receiptAdapter(provider, generation);
  if (generation.receipt !== null) {
    return adapter.download ? adapter.download(receiptOf(generation), output, context) : context.fetchResult(url);
  }
  for (let times = 1; ; times++) {
    try {
      return await context.fetchResult(url);
    } catch (error) {
      if (times >= DOWNLOADS || context.signal.aborted || (error instanceof Problem && !mayPass(error))) throw error;
    }
  }
}

function mayPass(problem: Problem): boolean {
  return problem.facts['mayPass'] === true || problem.retry === 'later';
}
