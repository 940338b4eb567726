import { expect, test } from 'vitest';
import type { Work } from '#contract/work.ts';
import { progressOf, stepAt } from './reached-step.ts';

const work = (more: Partial<Work>): Work =>
  ({
    currentStep: 0,
    productName: null,
    productDescription: null,
    hasReferenceVideo: false,
    analysis: null,
    scenes: [],
    generatedScenes: [],
    ...more,
  }) as Work;

test('a work leads to the step it is at, a new one to its brief', () => {
  expect([0, 1, 3, 5, 99].map((currentStep) => stepAt({ currentStep }))).toEqual([
    'init',
    'init',
    'scenario',
    'editor',
    'editor',
  ]);
});

test('a step that is opened is how far the work has come, unless there is nothing to work on in it', () => {
  expect(progressOf(work({}), 'init')).toBe(1);
  expect(progressOf(work({}), 'analyze')).toBeNull();
  expect(progressOf(work({ hasReferenceVideo: true }), 'analyze')).toBe(2);
  expect(progressOf(work({ productName: 'Tea' }), 'scenario')).toBe(3);
  expect(progressOf(work({ productName: 'Tea' }), 'generate')).toBeNull();
  expect(progressOf(work({ generatedScenes: [{ sceneIndex: 0, status: 'pending' }] }), 'editor')).toBeNull();
});

test('going back to an earlier step takes nothing back', () => {
  expect(progressOf(work({ currentStep: 4, productName: 'Tea' }), 'init')).toBeNull();
  expect(progressOf(work({ currentStep: 3, productName: 'Tea' }), 'scenario')).toBeNull();
});
