import { z } from 'zod';
import { AnalysisResult } from '#contract/analysis.ts';
import type { Job } from '#contract/job.ts';
import type { aiOperations } from '#contract/operations/ai.ts';
import { ScenarioScene } from '#contract/scene.ts';
import { StyleGuide } from '#contract/style-guide.ts';
import { analyzeVideo } from '#studio/without-work/analyze-video.ts';
import { extractStyleGuide } from '#studio/without-work/extract-style-guide.ts';
import { generateImageDirectly, generateVideoDirectly } from '#studio/without-work/generate-directly.ts';
import { writeScenarioDirectly } from '#studio/without-work/write-scenario-directly.ts';
import type { Handlers } from './handler.ts';
import { modelChoices } from './model-choices.ts';

/** What the jobs leave. */
const Analysed = z.object({ analysis: AnalysisResult });
const Scenario = z.object({ scenes: z.array(ScenarioScene) });
const Picture = z.object({ imageUrl: z.string() });
const Clip = z.object({ videoUrl: z.string() });
const Style = z.object({ styleGuide: StyleGuide });

/** Models asked directly, without a work. */
export const aiHandlers: Handlers<typeof aiOperations> = {
  analyzeVideo: {
    start: (world, actor, input) => analyzeVideo(world, actor, input, modelChoices(input).vision),
    finish: (_world, _actor, _input, job) => left(Analysed, job).analysis,
  },
  writeScenarioDirectly: {
    start: (world, actor, input) => writeScenarioDirectly(world, actor, input, modelChoices(input).llm),
    finish: (_world, _actor, _input, job) => left(Scenario, job),
  },
  generateImageDirectly: {
    start: (world, actor, input) => generateImageDirectly(world, actor, input, modelChoices(input).image),
    finish: (_world, _actor, _input, job) => left(Picture, job),
  },
  generateVideoDirectly: {
    start: (world, actor, input) => generateVideoDirectly(world, actor, input, modelChoices(input).video),
    finish: (_world, _actor, _input, job) => left(Clip, job),
  },
  extractStyleGuide: {
    start: (world, actor, input) => extractStyleGuide(world, actor, input, modelChoices(input).llm),
    finish: (_world, _actor, _input, job) => left(Style, job).styleGuide,
  },
};

/** The result of a job that ended well. */
function left<T>(schema: z.ZodType<T>, job: Job | null): T {
  return schema.parse(job?.result);
}
