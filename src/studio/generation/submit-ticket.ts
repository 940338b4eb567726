import type { RunningJob } from '#jobs/job-queue.ts';
import type { Provider, ProviderContext } from '#providers/provider.ts';
import { appendEvent } from '#store/events.ts';
import { claimForSubmit, moveGeneration, type GenerationRow } from '#store/generations.ts';
import { updateJob } from '#store/jobs.ts';
import { countCall, passGate } from '#store/vendor-gates.ts';
import type { World } from '../world.ts';

/** The right to make the one billable call of a generation; it is asked for when the call is about to be made. */
export interface SubmitTicket {
  /** Writes the intent down; where it throws, nothing may be sent. */
  readonly sending: ProviderContext['sending'];
  /** The same where nobody is asked, or where the call was made without a word; null: the generation is not ours to submit. */
  readonly claim: () => Promise<GenerationRow | null>;
  /** The generation with its intent; null until then. */
  readonly claimed: () => GenerationRow | null;
  /** Why `sending` threw: it has to wait so long, or it is not ours any more; null where it did not. */
  readonly refusal: () => { readonly waitMs: number } | 'not ours' | null;
}

/** Whoever holds a job is taken for dead after nine seconds of silence: an intent that took that long is not acted upon. */
const STALE_AFTER_MS = 5000;

/** Opens the ticket of a run. */
export function submitTicket(
  world: Pick<World, 'database' | 'queue' | 'clock'>,
  asked: {
    readonly provider: Provider;
    readonly generation: GenerationRow;
    readonly jobId: string;
    readonly job: Pick<RunningJob, 'id' | 'queue' | 'signal'>;
  },
): SubmitTicket {
  const { provider, generation, jobId, job } = asked;
  const { id, account } = generation;
  let claimed: GenerationRow | null = null;
  let refusal: ReturnType<SubmitTicket['refusal']> = null;

  const claim = async (bodyHash: string | undefined, isGated: boolean): Promise<void> => {
    const said = await world.database.transaction(async (trx) => {
      const waitMs = isGated && account !== null ? await passGate(trx, account, provider.limits) : null;
      if (waitMs !== null) return { waitMs };
      const row = await claimForSubmit(trx, id, bodyHash === undefined ? {} : { bodyHash });
      if (row === null) return 'not ours';
      if (account !== null) await world.queue.leaveGroup(job.queue, job.id, { db: trx });
      await updateJob(trx, jobId, { status: 'running', stage: 'making' });
      const { workspaceId, workId } = generation;
      await appendEvent(trx, { workspaceId, workId, type: 'job', data: { jobId, status: 'running' } });
      return { row };
    });
    if (said !== 'not ours' && 'row' in said) claimed = said.row;
    else refusal = said;
  };

  return {
    claimed: () => claimed,
    refusal: () => refusal,
    claim: async () => {
      if (claimed === null) await claim(undefined, false);
      return claimed;
    },
    sending: async ({ sha256 }) => {
      if (provider.drawsHere) return; // claimed before
      if (claimed !== null) {
        // A model of words that is asked to mend its answer.
        await world.database.transaction(async (trx) => {
          if (account !== null) await countCall(trx, account, provider.limits);
          await moveGeneration(trx, id, ['submitting'], 'submitting', { bodyHash: sha256 });
        });
        return;
      }
      const beganAtMs = world.clock.nowMs();
      await claim(sha256, true);
      if (claimed !== null && (job.signal.aborted || world.clock.nowMs() - beganAtMs > STALE_AFTER_MS)) {
        await moveGeneration(world.database.kysely, id, ['submitting'], 'queued');
        claimed = null;
        refusal = { waitMs: 0 };
      }
      if (refusal !== null) throw new Error('nothing is sent: the intent was not written down');
    },
  };
}
