import type { Work } from '#contract/work.ts';
import { STEPS, stepStates, type Step } from '../pieces/step-states.ts';

/** The step a work is at, which its address without a step leads to; a new one is at the first. */
export const stepAt = ({ currentStep }: Pick<Work, 'currentStep'>): Step =>
  STEPS[Math.min(Math.max(currentStep, 1), STEPS.length) - 1] ?? 'init';

/**
 * What the work is to say of how far it is once a step is opened; null where that is known already.
 *
 * A look ahead into a step that has nothing to work on yet is not progress, and nothing goes back.
 */
export function progressOf(work: Work, opened: Step): number | null {
  const states = stepStates(work);
  const has: Readonly<Record<Step, boolean>> = {
    init: true,
    analyze: work.hasReferenceVideo,
    scenario: states.init === 'done',
    generate: work.scenes.length > 0,
    editor: work.generatedScenes.some(({ imageUrl, videoUrl }) => imageUrl !== undefined || videoUrl !== undefined),
  };
  const number = STEPS.indexOf(opened) + 1;
  return has[opened] && number > work.currentStep ? number : null;
}
