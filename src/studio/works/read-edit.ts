import type { Edit, EditScene, EditSource } from '#contract/edit.ts';
import type { MediaRef, Timeline } from '#contract/timeline.ts';
import { secondsToFrames } from '#domain/frames.ts';
import { sourceFrames } from '#render/picture-source.ts';
import { listAssets } from '#store/assets.ts';
import { listMediaOf } from '#store/media.ts';
import { listPickedMedia, listScenes } from '#store/scenes.ts';
import { getTakes, listTakes } from '#store/takes.ts';
import type { WorkRow } from '#store/works.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';
import { editOf, musicOf } from './edit-of.ts';
import { findWork } from './find-work.ts';
import { audioUrlOf } from './own-audio.ts';

/**
 * The edit of a work as an editor opens it, with where everything in it is read.
 *
 * A work that was never edited has its first edit, of those scenes that have something to show.
 *
 * @throws Problem `not_found`
 */
export async function readEdit(
  world: Pick<World, 'database'>,
  actor: Actor,
  place: { readonly projectId: string; readonly workId: string },
): Promise<Edit> {
  const work = await findWork(world, actor, place);
  const timeline = await editOf(world, work, { asFarAsThereIs: true });
  const scenes = await scenesOf(world, work, timeline);
  const music = musicOf(work);
  const named = [
    ...[...timeline.clips, ...timeline.images, ...timeline.audio].map(({ media }) => media),
    ...scenes.flatMap(({ media }) => media ?? []),
    ...(music ? [music] : []), // to be taken up again where it was taken out
  ];
  const sources = await sourcesOf(world, work, { named, scenes, timeline });
  return { timeline, isSaved: work.timeline !== null, revision: work.revision, sources, scenes };
}

async function scenesOf(world: Pick<World, 'database'>, work: WorkRow, { fps }: Timeline): Promise<EditScene[]> {
  const db = world.database.kysely;
  const scenes = await listScenes(db, work.id);
  const picked = await listPickedMedia(db, work.id);
  const takes = await listTakes(db, { workId: work.id });
  return scenes.map((scene): EditScene => {
    const media = picked.get(scene.id) ?? null;
    const ofKind = takes.filter(({ sceneId, kind }) => sceneId === scene.id && kind === media?.kind);
    const place = ofKind.findIndex(({ id }) => id === media?.takeId);
    return {
      sceneId: scene.id,
      sceneIndex: scene.position,
      imagePrompt: scene.imagePrompt,
      plannedFrames: Math.max(1, secondsToFrames(scene.durationS, fps)),
      transition: scene.transition,
      textOverlay: scene.textOverlay,
      media,
      takeNumber: place < 0 ? null : place + 1,
    };
  });
}

/** Where each file is read: as a take of a scene, as an asset of the project, or as the sound of the work. */
async function sourcesOf(
  world: Pick<World, 'database'>,
  work: WorkRow,
  edit: { readonly named: readonly MediaRef[]; readonly scenes: readonly EditScene[]; readonly timeline: Timeline },
): Promise<Record<string, EditSource>> {
  const db = world.database.kysely;
  const { named } = edit;
  const placeOf = new Map<string, number>(edit.scenes.map(({ sceneId, sceneIndex }) => [sceneId, sceneIndex]));
  const takes = await getTakes(db, [...new Set(named.flatMap(({ takeId }) => takeId ?? []))]);
  const assetIds = [...new Set(named.flatMap(({ assetId }) => assetId ?? []))];
  const assets = new Map(
    (assetIds.length === 0 ? [] : await listAssets(db, { projectId: work.projectId, ids: assetIds })).map((asset) => [
      asset.id,
      asset,
    ]),
  );
  const media = await listMediaOf(db, work.workspaceId, [...new Set(named.map(({ sha256 }) => sha256))]);
  const project = `/api/projects/${work.projectId}`;
  const sources: Record<string, EditSource> = {};
  for (const { sha256, kind, takeId, assetId } of named) {
    if (sources[sha256] && !sources[sha256].isMissing) continue;
    const stored = media.get(sha256) ?? null;
    const facts = stored?.facts ?? null;
    const sceneIndex = placeOf.get(takes.get(takeId ?? '')?.sceneId ?? '');
    const asset = assets.get(assetId ?? '');
    const whole =
      sceneIndex !== undefined && takeId !== undefined
        ? {
            url: `/api/media/${takeId}`,
            derived: `${project}/works/${work.id}/scenes/${String(sceneIndex)}/takes/${takeId}`,
          }
        : asset
          ? { url: `${project}/assets/${asset.id}`, derived: `${project}/assets/${asset.id}` }
          : sha256 === work.audioSha256
            ? { url: audioUrlOf(work), derived: audioUrlOf(work) }
            : null;
    const derived = (name: string, has: boolean): string | null => (has && whole ? `${whole.derived}/${name}` : null);
    sources[sha256] = {
      sha256,
      kind,
      name: asset?.name ?? null,
      url: whole?.url ?? '',
      proxyUrl: derived('proxy', kind === 'video'),
      posterUrl: derived('poster', kind !== 'audio'),
      filmstripUrl: derived('filmstrip', kind === 'video'),
      peaksUrl: derived('peaks', facts?.hasAudio ?? false),
      width: facts?.width ?? null,
      height: facts?.height ?? null,
      fps: facts?.fps ?? null,
      frames: facts === null || kind === 'image' ? null : sourceFrames(facts, edit.timeline.fps),
      durationS: facts?.durationS ?? null,
      hasAudio: facts?.hasAudio ?? false,
      isMissing: stored === null || whole === null,
    };
  }
  return sources;
}
