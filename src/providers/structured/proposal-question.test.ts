import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ProposalRequest } from '../provider.ts';
import { proposalQuestion } from './proposal-question.ts';

const scene = (image_prompt: string, change: object = {}) => ({
  duration_seconds: 4,
  image_prompt,
  negative_prompt: 'people',
  video_prompt: 'Push in',
  text_overlay: 'Cold for 24 hours',
  transition: 'fade',
  ...change,
});
const request = (change: Partial<ProposalRequest> = {}): ProposalRequest => ({
  brief: {
    projectType: 'ecommerce',
    intent: { mode: 'content_remix', productName: 'EcoBottle', language: 'en', videoDurationS: 12 },
    systemPrompt: 'Direct like a poet.',
    knowledge: '',
    styleGuide: { tone: 'calm' },
    analysis: null,
    assets: [],
    assetUsageMode: null,
    seed: 1,
  },
  scenes: [
    scene('A ridge at dawn'),
    scene('A leaf with “dew”\nand light'),
    scene('A bottle', { text_overlay: undefined }),
  ],
  sceneIndex: 1,
  ask: 'something only this bottle has',
  attempt: 2,
  refused: [{ place: 1, ...scene('A drop') }],
  ...change,
});
const written = (change: object = {}) => ({
  scene: 2,
  image_prompt: 'A fern',
  negative_prompt: null,
  video_prompt: 'Drift',
  text_overlay: null,
  transition: 'cut',
  ...change,
});
const read = (value: unknown, change: Partial<ProposalRequest> = {}) =>
  proposalQuestion(request(change)).answer.safeParse(value);

test('a model that rewrites one scene is told the brief, the script, what is asked, and what was not taken', () => {
  const { prompt, system } = proposalQuestion(request());
  expect(system).toContain('at most 42 characters');
  expect(prompt).toMatchInlineSnapshot(`
    "## The brief
    Kind: a product film
    Subject: EcoBottle
    Length of the film: 12 seconds
    Language of the words on the pictures (BCP 47): en

    ## How this studio works
    Direct like a poet.

    ## Style guide
    Tone: calm

    ## The script as it is
    Scene 1: 4 s; picture: "A ridge at dawn"; movement: "Push in"; keep out: "people"; words: "Cold for 24 hours"; then: fade
    Scene 2 (this one is to be written anew): 4 s; picture: "A leaf with “dew”\\nand light"; movement: "Push in"; keep out: "people"; words: "Cold for 24 hours"; then: fade
    Scene 3: 4 s; picture: "A bottle"; movement: "Push in"; keep out: "people"; words: none; then: fade

    ## Proposed before, and not taken
    Scene 2: 4 s; picture: "A drop"; movement: "Push in"; keep out: "people"; words: "Cold for 24 hours"; then: fade

    ## What to write
    Write scene 2 anew, and no other. It keeps its length and its task in the story, and goes with its neighbours without repeating what they show, say or do with the camera.
    What is asked for, in the user's words: "something only this bottle has". Follow it in everything it touches, and leave what it does not touch as it is.
    This is attempt 2: what was proposed before was not taken, so that this must be clearly different from it.
    Keep what the user has written by hand where it is not in the way: names, facts, what is kept out."
  `);
});

test('a model that rewrites all is asked for as many scenes, of the same lengths', () => {
  const { prompt } = proposalQuestion(request({ sceneIndex: null, ask: '', attempt: 1, refused: [] }));
  expect(prompt.slice(prompt.indexOf('## What to write'))).toMatchInlineSnapshot(`
    "## What to write
    Write all 3 scenes anew, one for one: the same number of scenes, the same lengths, the same story.
    Nothing special is asked for: find a stronger idea for what is to be told there.
    Keep what the user has written by hand where it is not in the way: names, facts, what is kept out."
  `);
});

test('the one scene that is asked for goes to its own place, whatever else is sent', () => {
  const answer = read({ scenes: [written({ scene: 1, image_prompt: 'x' }), written()] });
  expect(answer.data).toEqual([
    { place: 1, image_prompt: 'A fern', negative_prompt: '', video_prompt: 'Drift', transition: 'cut' },
  ]);
});

test('scenes of a whole script go where their numbers say, or in their order where those make no sense', () => {
  const places = (numbers: readonly unknown[]) =>
    read({ scenes: numbers.map((number) => written({ scene: number })) }, { sceneIndex: null }).data?.map(
      ({ place }) => place,
    );
  expect(places([3, 1])).toEqual([0, 2]);
  expect(places([2, 2, 9])).toEqual([0, 1, 2]);
  expect(places([1, 2, 3, 4])).toEqual([0, 1, 2]);
  expect(read({ scenes: [] }).success).toBe(false);
  expect(read({ scenes: [written({ image_prompt: ' ' })] }).success).toBe(false);
});

test('a number that is none is no reason to throw', () => {
  const scene = JSON.parse('{"toString": null}') as unknown;
  expect(read({ scenes: [written({ scene })] }, { sceneIndex: null }).data).toMatchObject([{ place: 0 }]);
});

test('any answer is refused, or is a version of scenes that are there', () => {
  const one = fc.record({ scene: fc.jsonValue(), image_prompt: fc.string(), transition: fc.string() });
  fc.assert(
    fc.property(fc.oneof(fc.record({ scenes: fc.array(one) }), fc.jsonValue()), (value) => {
      const answer = read(value, { sceneIndex: null });
      for (const { place } of answer.data ?? []) expect([0, 1, 2]).toContain(place);
    }),
    { numRuns: 300 },
  );
});
