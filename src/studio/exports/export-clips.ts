import type { ExportRequest } from '#contract/export.ts';
import { Problem } from '#contract/problems.ts';
import type { MediaRef } from '#contract/timeline.ts';
import { timelineFromExportRequest } from '#domain/timeline/from-export-request.ts';
import { getAsset } from '#store/assets.ts';
import { listJobs } from '#store/jobs.ts';
import { listPickedMedia, listScenes } from '#store/scenes.ts';
import type { WorkRow } from '#store/works.ts';
import type { Actor } from '../actor.ts';
import { findWork } from '../works/find-work.ts';
import { ownAudio } from '../works/own-audio.ts';
import type { World } from '../world.ts';
import { exportSettings } from './export-settings.ts';
import { startExport } from './start-export.ts';

/**
 * Starts to render clips of a work, with words, pictures and sound over them. It is an export like any other: kept with
 * the work, and the same request again is the same film.
 *
 * @throws Problem `not_found` for a project, work, scene or asset that is not the actor's; `scene_has_no_picture`;
 *   `invalid_input`
 */
export async function exportClips(
  world: World,
  actor: Actor,
  request: ExportRequest,
): Promise<{ readonly jobId: string | null }> {
  const work = await findWork(world, actor, request);
  const db = world.database.kysely;
  const scenes = await listScenes(db, work.id);
  const picked = await listPickedMedia(db, work.id);
  const assets = await pictures(world, work, request);
  const timeline = timelineFromExportRequest(request, {
    ofScene: (sceneIndex) => {
      const scene = scenes[sceneIndex];
      if (!scene) throw new Problem('not_found', { what: `scene at index ${sceneIndex}`, sceneIndex });
      const media = picked.get(scene.id);
      if (!media) throw new Problem('scene_has_no_picture', { sceneIndex });
      return media;
    },
    ofAsset: (assetId) => {
      const media = assets.get(assetId);
      if (!media) throw new Problem('not_found', { what: `picture ${assetId}` });
      return media;
    },
    music: await musicOf(world, work, request.audio),
  });
  const settings = exportSettings({ quality: request.options.quality });
  const { row, jobId } = await startExport(world, actor, { workId: work.id, timeline, settings });
  if (jobId !== null) return { jobId };
  const [job] = await listJobs(db, { workspaceId: actor.workspaceId, targetId: row.id });
  return { jobId: job?.id ?? null };
}

async function pictures(
  world: Pick<World, 'database'>,
  work: WorkRow,
  request: ExportRequest,
): Promise<ReadonlyMap<string, MediaRef>> {
  const found = new Map<string, MediaRef>();
  for (const assetId of new Set(request.images?.map((image) => image.assetId))) {
    const asset = await getAsset(world.database.kysely, assetId);
    if (asset?.projectId !== work.projectId || asset.type !== 'image') continue;
    found.set(assetId, { sha256: asset.sha256, kind: 'image', assetId });
  }
  return found;
}

/** What is heard under the film: nothing unless sound is spoken of, then the work's own unless another is named. */
async function musicOf(
  world: Pick<World, 'database'>,
  work: WorkRow,
  audio: ExportRequest['audio'],
): Promise<MediaRef | null> {
  if (!audio || audio.audioUrl === null) return null;
  if (audio.audioUrl === undefined || audio.audioUrl === '') {
    return work.audioSha256 === null ? null : { sha256: work.audioSha256, kind: 'audio' };
  }
  const own = ownAudio(work, audio.audioUrl);
  if (own === null) {
    const reason = 'audio.audioUrl: give the address of the work’s own sound, or of a sound of its project';
    throw new Problem('invalid_input', { reason });
  }
  const asset = own.kind === 'asset' ? await getAsset(world.database.kysely, own.assetId) : null;
  const sha256 = own.kind === 'work' ? own.sha256 : asset?.projectId === work.projectId ? asset.sha256 : null;
  if (sha256 === null || (asset && asset.type !== 'audio')) throw new Problem('not_found', { what: 'such sound' });
  return { sha256, kind: 'audio' };
}
