import { expect, test } from 'vitest';
import type { Proposal } from '#contract/proposal.ts';
import type { ScenarioScene } from '#contract/scene.ts';
import { rewritesOf, saysTheSame } from './proposals-by-scene.ts';

const scene = (id: string, image_prompt = id): ScenarioScene => ({
  id,
  scene_index: 0,
  duration_seconds: 3,
  image_prompt,
  negative_prompt: '',
  video_prompt: '',
  transition: 'cut',
});
const proposal = (change: Partial<Proposal>): Proposal => ({
  jobId: 'job_1',
  status: 'done',
  stage: '',
  sceneId: 'a',
  ask: '',
  attempt: 1,
  scenes: [],
  notes: [],
  error: undefined,
  createdAt: 0,
  ...change,
});
const script = ['a', 'b'];
const kinds = (proposals: readonly Proposal[]) =>
  [...rewritesOf(proposals, script)].map(([id, { kind }]) => `${id} ${kind}`);

test('a scene has the version that was proposed for it', () => {
  const rewrites = rewritesOf([proposal({ scenes: [scene('a', 'new')] })], script);
  expect(rewrites.get('a')).toMatchObject({ kind: 'proposed', scene: { image_prompt: 'new' } });
  expect(rewrites.has('b')).toBe(false);
});

test('what is being written comes before what waits, and a rewrite of all is one of each', () => {
  const old = proposal({ scenes: [scene('a', 'old')] });
  expect(kinds([proposal({ status: 'running' }), old])).toEqual(['a writing']);
  expect(kinds([proposal({ status: 'queued', sceneId: null }), old])).toEqual(['a writing', 'b writing']);
  expect(kinds([proposal({ sceneId: null, scenes: [scene('a'), scene('b')] })])).toEqual(['a proposed', 'b proposed']);
});

test('one that failed is said at its scene; one of all is said at none', () => {
  expect(kinds([proposal({ status: 'failed' })])).toEqual(['a failed']);
  expect(kinds([proposal({ status: 'uncertain' })])).toEqual(['a uncertain']);
  expect(kinds([proposal({ status: 'failed', sceneId: null })])).toEqual([]);
});

test('no words and empty words are the same', () => {
  expect(saysTheSame(scene('a'), { ...scene('a'), text_overlay: '' })).toBe(true);
  expect(saysTheSame(scene('a'), { ...scene('a'), transition: 'fade' })).toBe(false);
});
