import type { WorkOverview } from '#contract/overview.ts';
import { STEPS, type Step } from '../pieces/step-states.ts';

/** How a step of a work stands; `skipped` where there is nothing to do in it. */
export type StepLook = 'done' | 'open' | 'skipped' | 'needs' | 'running' | 'failed' | 'doubt';

/** The five steps of a work at a glance, each with how it stands. */
export function stepsOfWork(work: WorkOverview): readonly { readonly step: Step; readonly look: StepLook }[] {
  return STEPS.map((step) => ({ step, look: lookOf(step, work) }));
}

/** The step whose screen shows what matters now: what waits, what runs, else how far the work has come. */
export function stepNow(work: WorkOverview): Step {
  const looks = stepsOfWork(work);
  const urgent = (['doubt', 'needs', 'running', 'failed'] as const).flatMap((look) =>
    looks.filter((one) => one.look === look),
  )[0];
  const { scenes } = work.counts;
  return urgent?.step ?? (scenes > 0 ? (work.counts.images > 0 ? 'generate' : 'scenario') : 'init');
}

function lookOf(step: Step, work: WorkOverview): StepLook {
  const { counts, film } = work;
  const trouble = troubleOf(step, work);
  if (trouble !== null) return trouble;
  switch (step) {
    case 'init':
      return work.hasBrief || work.hasReferenceVideo || counts.scenes > 0 ? 'done' : 'open';
    case 'analyze':
      return work.hasAnalysis ? 'done' : work.hasReferenceVideo ? 'open' : 'skipped';
    case 'scenario':
      return counts.scenes > 0 ? 'done' : 'open';
    case 'generate':
      return counts.scenes > 0 && counts.videos === counts.scenes ? 'done' : 'open';
    case 'editor':
      return film ? 'done' : 'open';
    default:
      return step satisfies never;
  }
}

const STEP_OF_KIND: Readonly<Record<string, Step>> = {
  analyze: 'analyze',
  scenario: 'scenario',
  image: 'generate',
  video: 'generate',
  scene: 'generate',
  film: 'generate',
  export: 'editor',
};

const STEP_OF_STAGE: Readonly<Record<string, Step>> = { script: 'scenario', edit: 'editor', export: 'editor' };

/** What waits, runs or failed in a step; null where nothing does. */
function troubleOf(step: Step, { needs, running }: WorkOverview): StepLook | null {
  const here = needs.filter((need) => stepOfNeed(need.what, need.kind) === step);
  if (here.some(({ what }) => what === 'uncertain')) return 'doubt';
  if (here.some(({ what }) => what === 'review' || what === 'analysis')) return 'needs';
  if (running) {
    const at = running.kind === 'film' ? (STEP_OF_STAGE[running.stage] ?? 'generate') : STEP_OF_KIND[running.kind];
    if (at === step) return 'running';
  }
  return here.some(({ what }) => what === 'failed') ? 'failed' : null;
}

/** The step in which something that waits is looked at. */
export const stepOfNeed = (what: string, kind: string | undefined): Step =>
  what === 'analysis' ? 'analyze' : (STEP_OF_KIND[kind ?? 'image'] ?? 'generate');
