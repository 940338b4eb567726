import { Problem } from '#contract/problems.ts';
import type { WorkMode } from '#contract/work.ts';
import { getMedia } from '#store/media.ts';
import { getProject } from '#store/projects.ts';
import type { WorkRow } from '#store/works.ts';
import type { StoredAnalysisRequest } from '../generation/generation-request.ts';
import type { World } from '../world.ts';

/** What an analysis is for, as a model is told it. */
export const analysisPurposes: Readonly<Record<WorkMode, string>> = {
  style_transfer: 'The look is wanted for another subject: dwell on light, colours, camera and rhythm.',
  content_remix: 'The story is to be told anew: dwell on what is shown and said, and in which order.',
};

/**
 * What is asked about the reference video of a work.
 *
 * @throws Problem `work_has_no_reference`
 */
export async function analysisOfReference(
  world: Pick<World, 'database'>,
  work: Pick<WorkRow, 'projectId' | 'referenceSha256' | 'analyzerPrompt' | 'mode'>,
): Promise<StoredAnalysisRequest> {
  const { referenceSha256: sha256, mode } = work;
  if (sha256 === null) throw new Problem('work_has_no_reference');
  const db = world.database.kysely;
  const media = await getMedia(db, sha256);
  const own = work.analyzerPrompt ?? (await getProject(db, work.projectId))?.analyzerPrompt ?? '';
  return {
    video: { sha256, mime: media?.mime ?? 'video/mp4' },
    prompt: [own.trim(), mode && analysisPurposes[mode]].filter(Boolean).join('\n\n'),
  };
}
