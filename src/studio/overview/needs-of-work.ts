import type { JobKind } from '#contract/job.ts';
import type { Need } from '#contract/overview.ts';
import type { WorkLine } from '#store/overview.ts';

const STEP_OF_SCRIPT = 3;

/** What of a work waits for its user, the most urgent first: money in doubt, then a look, then what failed. */
export function needsOfWork(line: WorkLine): Need[] {
  const { scenes } = line;
  const needs: Need[] = [];
  if (scenes && scenes.inDoubt > 0)
    needs.push({ what: 'uncertain', count: scenes.inDoubt, sceneIndex: scenes.doubtAt });
  else if (line.jobs.some(({ status }) => status === 'uncertain')) needs.push(ofWhole(line, 'uncertain'));
  if (scenes && scenes.inReview > 0 && !isFilmed(line))
    needs.push({ what: 'review', count: scenes.inReview, sceneIndex: scenes.reviewAt });
  if (scenes && scenes.failed > 0) {
    const { code, message: error } = scenes.error ?? {};
    needs.push({ what: 'failed', count: scenes.failed, sceneIndex: scenes.failedAt, ...why(code, error) });
  } else if (hasFailed(line)) {
    needs.push(ofWhole(line, 'failed'));
  }
  if (line.hasAnalysis && !scenes && line.currentStep < STEP_OF_SCRIPT && !line.jobs.some(isActive)) {
    needs.push({ what: 'analysis', count: 1, sceneIndex: null });
  }
  return needs;
}

/** A film that is being made approves its pictures by itself. */
const isFilmed = ({ jobs }: WorkLine): boolean => jobs.some((job) => job.kind === 'film' && isActive(job));

const isActive = ({ status }: WorkLine['jobs'][number]): boolean => status === 'queued' || status === 'running';

/** Whether what was asked for last of the whole work failed, and is still wanted: nobody has done it otherwise since. */
const hasFailed = (line: WorkLine): boolean => failedJob(line) !== undefined;

function failedJob(line: WorkLine): WorkLine['jobs'][number] | undefined {
  const isOver: Readonly<Partial<Record<JobKind, boolean>>> = {
    analyze: line.hasAnalysis,
    scenario: line.scenes !== null,
    film: line.film !== null,
  };
  if (line.jobs.some(isActive)) return undefined;
  return line.jobs.find(({ kind, status }) => status === 'failed' && isOver[kind] !== true);
}

function ofWhole(line: WorkLine, what: 'failed' | 'uncertain'): Need {
  const job = what === 'failed' ? failedJob(line) : line.jobs.find(({ status }) => status === 'uncertain');
  const kind = job ? { kind: job.kind } : {};
  return { what, count: 1, sceneIndex: null, ...kind, ...why(job?.error?.code, job?.error?.message) };
}

const why = (code: string | undefined, error: string | undefined) => ({
  ...(code === undefined ? {} : { code }),
  ...(error === undefined ? {} : { error }),
});
