import type { AnalysisResult } from '#contract/analysis.ts';
import { Problem } from '#contract/problems.ts';
import type { ScenarioScene } from '#contract/scene.ts';
import type { StyleGuide } from '#contract/style-guide.ts';
import type { GenerationRow } from '#store/generations.ts';
import { keepUserMedia } from '../media/keep-user-media.ts';
import { scenesFromScript } from '../scenes/scenes-from-script.ts';
import type { World } from '../world.ts';
import type { Answer } from './ask-provider.ts';
import { outputFile } from './keep-output.ts';

/** What a call without a work brought, as its client is answered; it stays with the job. */
export type OwnResult =
  | { readonly analysis: AnalysisResult }
  | { readonly scenes: readonly ScenarioScene[] }
  | { readonly styleGuide: StyleGuide }
  | { readonly imageUrl: string }
  | { readonly videoUrl: string };

/** Keeps what a generation without a work brought: media as the user's own for 30 days, words with the job. */
export async function keepOwnResult(
  world: World,
  generation: GenerationRow,
  answer: Exclude<Answer, { kind: 'receipt' } | { kind: 'description' } | { kind: 'proposal' }>,
): Promise<OwnResult> {
  switch (answer.kind) {
    case 'analysis':
      return { analysis: answer.analysis };
    case 'style':
      return { styleGuide: answer.styleGuide };
    case 'scenario':
      return {
        scenes: scenesFromScript(answer.scenes).map((scene, place) => ({
          scene_index: place,
          duration_seconds: scene.durationS,
          image_prompt: scene.imagePrompt,
          negative_prompt: scene.negativePrompt,
          video_prompt: scene.videoPrompt,
          ...(scene.textOverlay === null ? {} : { text_overlay: scene.textOverlay }),
          transition: scene.transition,
        })),
      };
    case 'media': {
      const output = answer.outputs[0];
      if (!output)
        throw new Problem('provider_permanent', { provider: generation.provider, reason: 'it sent nothing' });
      const { path, facts, kind } = await outputFile(world, generation, output);
      const owner = { workspaceId: generation.workspaceId, userId: generation.createdBy };
      const { id } = await keepUserMedia(world, owner, { path, facts, filename: kind });
      const url = `/api/media/${id}`;
      return kind === 'image' ? { imageUrl: url } : { videoUrl: url };
    }
    default:
      return answer satisfies never;
  }
}
