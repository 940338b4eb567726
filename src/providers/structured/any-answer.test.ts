import fc from 'fast-check';
import { GivenAnalysis } from '#contract/analysis.ts';
import { MAX_SCENES, ScenarioScene } from '#contract/scene.ts';
import { StyleGuide } from '#contract/style-guide.ts';
import { expect, test } from 'vitest';
import type { ScenarioRequest } from '../provider.ts';
import { analysisQuestion } from './analysis-question.ts';
import { scenarioQuestion } from './scenario-question.ts';
import { styleGuideQuestion } from './style-guide-question.ts';

/*
 * Whatever a model answers is refused, or becomes something that can be stored and sent back by a client.
 */

const seconds = fc.oneof(
  fc.double(),
  fc.constantFrom<unknown>('4s', '', null, 1e308, -1, Number.MIN_VALUE),
  fc.integer({ min: 1, max: 9 }),
);
const words = fc.oneof(fc.string(), fc.constantFrom(null, '', '🎬'.repeat(9000), 'long words '.repeat(900)));
const colours = fc.array(fc.oneof(fc.string(), fc.constantFrom('#aabbcc', '#FFF')), { maxLength: 120 });
const maybe = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 9, arbitrary: value }, { weight: 1, arbitrary: fc.anything() });

const scene = fc.record(
  {
    duration_seconds: seconds,
    image_prompt: maybe(words),
    negative_prompt: maybe(words),
    video_prompt: words,
    text_overlay: words,
    transition: words,
    description: maybe(words),
    camera_movement: words,
  },
  { requiredKeys: ['duration_seconds', 'image_prompt', 'description'] },
);
const answer = fc.oneof(
  { weight: 1, arbitrary: fc.anything() },
  {
    weight: 9,
    arbitrary: fc.record(
      {
        scenes: fc.array(scene, { maxLength: 30 }),
        overall_tone: words,
        color_palette: colours,
        tempo: fc.constantFrom('fast', 'slow', 'lazy', null),
        has_text_overlay: fc.boolean(),
        tone: words,
        brand_voice: words,
        must_include: fc.array(fc.string(), { maxLength: 60 }),
      },
      { requiredKeys: ['scenes'] },
    ),
  },
);

const request = (videoDurationS: number): ScenarioRequest => ({
  projectType: 'blank',
  intent: { mode: 'content_remix', language: 'en', videoDurationS },
  systemPrompt: '',
  knowledge: '',
  styleGuide: {},
  analysis: null,
  assets: [],
  assetUsageMode: null,
  seed: 1,
});

test('any answer to a scenario is refused, or is a script as long as the film', () => {
  let scripts = 0;
  const durations = fc.oneof(fc.integer({ min: 1, max: 600 }), fc.double({ min: 1, max: 600, noNaN: true }));
  fc.assert(
    fc.property(answer, durations, (value, durationS) => {
      const read = scenarioQuestion(request(durationS)).answer.safeParse(value);
      if (!read.success) return;
      scripts++;
      expect(read.data.length).toBeLessThanOrEqual(MAX_SCENES);
      for (const [scene_index, one] of read.data.entries()) ScenarioScene.parse({ ...one, scene_index });
      expect(read.data.reduce((sum, one) => sum + one.duration_seconds, 0)).toBeCloseTo(durationS, 2);
    }),
    { numRuns: 500 },
  );
  expect(scripts).toBeGreaterThan(20);
});

test('any answer to an analysis is refused, or can be sent back', () => {
  let analyses = 0;
  fc.assert(
    fc.property(answer, fc.constantFrom(null, 3, 61.44), (value, durationS) => {
      const read = analysisQuestion({ prompt: '', durationS, framesAtS: null, shots: null }).answer.safeParse(value);
      if (!read.success) return;
      analyses++;
      GivenAnalysis.parse(read.data);
    }),
    { numRuns: 500 },
  );
  expect(analyses).toBeGreaterThan(20);
});

test('any answer to a style guide is refused, or is one', () => {
  fc.assert(
    fc.property(answer, (value) => {
      const read = styleGuideQuestion({ text: '', colours: [] }).answer.safeParse(value);
      if (read.success) StyleGuide.parse(read.data);
    }),
    { numRuns: 500 },
  );
});
