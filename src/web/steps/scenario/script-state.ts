import type { Job } from '#contract/job.ts';

/** How the first script of a work stands, told by its newest job that was to write one. */
export type ScriptState =
  | { readonly kind: 'none' }
  | { readonly kind: 'writing' | 'failed' | 'uncertain'; readonly job: Job };

/** What of a work without scenes is to be shown: nothing yet, a script under way, or why there is none. */
export function scriptStateOf(jobs: readonly Job[]): ScriptState {
  const job = jobs.find((one) => (one.kind === 'scenario' || one.kind === 'film') && !isProposal(one));
  switch (job?.status) {
    case 'queued':
    case 'running':
      return { kind: 'writing', job };
    case 'failed':
    case 'uncertain':
      return { kind: job.status, job };
    default:
      return { kind: 'none' };
  }
}

const isProposal = ({ result }: Job): boolean => typeof result === 'object' && result !== null && 'proposal' in result;
