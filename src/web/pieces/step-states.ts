import type { Work } from '#contract/work.ts';

/** The steps of a work, in their order; each is a route. */
export const STEPS = ['init', 'analyze', 'scenario', 'generate', 'editor'] as const;
export type Step = (typeof STEPS)[number];

/** How far a step is: `skipped` where there is nothing to do in it, `open` where there still is. */
export type StepState = 'done' | 'open' | 'skipped';

/** How far each step of a work is, read off what is there; nothing locks a step. */
export function stepStates(
  work: Pick<
    Work,
    'productName' | 'productDescription' | 'hasReferenceVideo' | 'analysis' | 'scenes' | 'generatedScenes'
  >,
): Readonly<Record<Step, StepState>> {
  const hasScript = work.scenes.length > 0;
  const hasBrief = [work.productName, work.productDescription].some((text) => (text ?? '').trim() !== '');
  const isMade = hasScript && work.generatedScenes.every(({ status }) => status === 'done');
  return {
    init: hasBrief || hasScript || work.hasReferenceVideo ? 'done' : 'open',
    analyze: work.analysis !== null ? 'done' : work.hasReferenceVideo ? 'open' : 'skipped',
    scenario: hasScript ? 'done' : 'open',
    generate: isMade ? 'done' : 'open',
    editor: 'open',
  };
}
