import { expect, test } from 'vitest';
import { stepStates } from './step-states.ts';

const empty = {
  productName: null,
  productDescription: null,
  hasReferenceVideo: false,
  analysis: null,
  scenes: [],
  generatedScenes: [],
};
const scene = (status: 'done' | 'image_ready', scene_index = 0) => ({
  scenes: [
    { scene_index, duration_seconds: 1, image_prompt: '', negative_prompt: '', video_prompt: '', transition: 'cut' },
  ],
  generatedScenes: [{ sceneIndex: scene_index, status }],
});

test('a new work is at its beginning, and skips the analysis of a reference it does not have', () => {
  expect(stepStates(empty)).toEqual({
    init: 'open',
    analyze: 'skipped',
    scenario: 'open',
    generate: 'open',
    editor: 'open',
  });
});

test('a reference that nobody looked at yet leaves the analysis open', () => {
  expect(stepStates({ ...empty, hasReferenceVideo: true })).toMatchObject({ init: 'done', analyze: 'open' });
});

test('scenes are made when every one has its clip', () => {
  const brief = { ...empty, productDescription: 'A bottle' };
  expect(stepStates({ ...brief, ...scene('image_ready') })).toMatchObject({ scenario: 'done', generate: 'open' });
  expect(stepStates({ ...brief, ...scene('done') })).toMatchObject({ init: 'done', generate: 'done' });
});
