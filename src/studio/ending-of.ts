import type { Problem } from '#contract/problems.ts';

/** The state in which a problem leaves what was being made: only what surely failed may be asked for again. */
export function endingOf({ code }: Problem): 'cancelled' | 'uncertain' | 'failed' {
  return code === 'cancelled' ? 'cancelled' : code === 'submission_uncertain' ? 'uncertain' : 'failed';
}
