import type { UploadedFile } from '#contract/operation.ts';
import type { WorkMode } from '#contract/work.ts';
import { projectPresets } from '#domain/project-presets.ts';
import type { Actor } from '../actor.ts';
import { chooseFor } from '../generation/choose-for.ts';
import type { ModelChoice } from '../generation/choose-model.ts';
import type { StoredAnalysisRequest } from '../generation/generation-request.ts';
import { requestGeneration } from '../generation/request-generation.ts';
import { hashOf } from '../hash-of.ts';
import { examineUpload } from '../media/examine-upload.ts';
import { keepUserMedia } from '../media/keep-user-media.ts';
import { analysisPurposes } from '../works/analysis-of-reference.ts';
import type { World } from '../world.ts';

/**
 * Starts to look at a video that belongs to no work; it is kept as the caller's own, so that a restart loses nothing.
 *
 * @throws Problem `media_unreadable`, `unsupported_media`, and those of choosing a model
 */
export async function analyzeVideo(
  world: World,
  actor: Actor,
  asked: {
    readonly file: UploadedFile;
    readonly mode?: WorkMode | undefined;
    readonly analyzerPrompt?: string | undefined;
  },
  choice: ModelChoice,
): Promise<{ readonly jobId: string }> {
  const chosen = await chooseFor(world, actor, 'vision', choice);
  const { file } = asked;
  const facts = await examineUpload(world, file, ['video']);
  const { sha256 } = await keepUserMedia(world, actor, { staged: file, facts, filename: file.filename });
  const request: StoredAnalysisRequest = {
    video: { sha256, mime: facts.mime },
    prompt: [
      asked.analyzerPrompt?.trim() || projectPresets.blank.analyzerPrompt,
      asked.mode && analysisPurposes[asked.mode],
    ]
      .filter(Boolean)
      .join('\n\n'),
  };
  const inputsHash = hashOf(['vision', request]);
  return requestGeneration(world, actor, { role: 'vision', chosen, workId: null, sceneId: null, request, inputsHash });
}
