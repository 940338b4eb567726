import type { AnalysisResult } from '#contract/analysis.ts';
import type { StyleGuide } from '#contract/style-guide.ts';
import type { WorkMode } from '#contract/work.ts';
import { projectPresets } from '#domain/project-presets.ts';
import type { Actor } from '../actor.ts';
import { chooseFor } from '../generation/choose-for.ts';
import type { ModelChoice } from '../generation/choose-model.ts';
import { freshSeed } from '../generation/fresh-seed.ts';
import type { StoredScenarioRequest } from '../generation/generation-request.ts';
import { requestGeneration } from '../generation/request-generation.ts';
import { hashOf } from '../hash-of.ts';
import type { World } from '../world.ts';

/** A brief without a work, by its documented names. */
export interface DirectScenario {
  readonly analysis?: AnalysisResult | null | undefined;
  readonly intent: {
    readonly mode: WorkMode;
    readonly product_name?: string | null | undefined;
    readonly product_description?: string | null | undefined;
    readonly target_audience?: string | null | undefined;
    readonly language?: string | null | undefined;
    readonly video_duration?: number | null | undefined;
    readonly scene_count?: number | null | undefined;
  };
  readonly systemPrompt?: string | undefined;
  readonly knowledge?: string | undefined;
  readonly styleGuide?: StyleGuide | null | undefined;
}

const DURATION_S = 15; // as of a work that names none

/** Starts to write a scenario for no work; the job's result is the script. */
export async function writeScenarioDirectly(
  world: World,
  actor: Actor,
  asked: DirectScenario,
  choice: ModelChoice,
): Promise<{ readonly jobId: string }> {
  const chosen = await chooseFor(world, actor, 'llm', choice);
  const { intent } = asked;
  const request: StoredScenarioRequest = {
    projectType: 'blank',
    intent: {
      mode: intent.mode,
      ...(intent.product_name ? { productName: intent.product_name } : {}),
      ...(intent.product_description ? { productDescription: intent.product_description } : {}),
      ...(intent.target_audience ? { targetAudience: intent.target_audience } : {}),
      language: intent.language ?? 'en',
      videoDurationS: intent.video_duration ?? DURATION_S,
      ...(intent.scene_count ? { sceneCount: intent.scene_count } : {}),
    },
    systemPrompt: asked.systemPrompt?.trim() || projectPresets.blank.systemPrompt,
    knowledge: asked.knowledge ?? '',
    styleGuide: asked.styleGuide ?? {},
    analysis: asked.analysis ?? null,
    assets: [],
    assetUsageMode: null,
    seed: freshSeed(world),
  };
  const inputsHash = hashOf(['llm', request]);
  return requestGeneration(world, actor, { role: 'llm', chosen, workId: null, sceneId: null, request, inputsHash });
}
