import type { RunningJob } from '#jobs/job-queue.ts';
import type { MediaAdapter, Provider, ProviderContext } from '#providers/provider.ts';
import type { GenerationRow } from '#store/generations.ts';
import type { World } from '../world.ts';

/** One run of a generation: what it is of, whose job it is, and what its adapter may use. */
export interface GenerationRun {
  readonly world: World;
  readonly provider: Provider;
  /** As it was when the run began. */
  readonly generation: GenerationRow;
  readonly jobId: string;
  readonly job: Pick<RunningJob, 'id' | 'queue' | 'signal'>;
  readonly context: ProviderContext;
  /** Whether a call may cost something, so that one of which nobody knows is never made again by itself. */
  readonly isPaid: boolean;
  /** Questions about it that failed in a row until now. */
  readonly faults: number;
}

/** What of an adapter knows receipts, whatever it is submitted. */
export type ReceiptAdapter = Pick<MediaAdapter<never>, 'poll' | 'download' | 'cancel' | 'find'>;

/** The part of a provider that knows the receipts of a generation; empty where it answers at once. */
export function receiptAdapter(provider: Provider, { role }: Pick<GenerationRow, 'role'>): ReceiptAdapter {
  return (role === 'video' ? provider.video : role === 'image' ? provider.image : undefined) ?? {};
}

/** The job is over for the queue. */
export const OVER = { status: 'done' } as const;

/** What somebody still has to do for a generation: anything but one that is at its end. */
export function isAtItsEnd({ state, finishedAt }: Pick<GenerationRow, 'state' | 'finishedAt'>): boolean {
  return (
    state === 'done' || state === 'failed' || state === 'uncertain' || (state === 'cancelled' && finishedAt !== null)
  );
}
