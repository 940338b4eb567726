import type { EditorState } from '#contract/editor-state.ts';
import { idSchema } from '#contract/ids.ts';
import type { MediaRef } from '#contract/timeline.ts';
import type { EditorContext } from '#domain/timeline/from-editor-state.ts';
import { listAssets } from '#store/assets.ts';
import type { Db } from '#store/database/open-database.ts';
import { listPickedMedia } from '#store/scenes.ts';
import { getTakes, type TakeRow } from '#store/takes.ts';
import type { WorkRow } from '#store/works.ts';
import { ownAudio } from './own-audio.ts';

/** What the names in an editor state stand for in a work now: scenes, assets of its project, sounds of its own. */
export async function editorContext(
  db: Db,
  work: WorkRow,
  sceneIds: readonly string[],
  state: EditorState,
): Promise<EditorContext> {
  const picked = await listPickedMedia(db, work.id);
  const assets = new Map<string, MediaRef>();
  const audio = typeof state.audioUrl === 'string' ? ownAudio(work, state.audioUrl) : null;
  const { videoTrack = [], audioTrack = [] } = state.editorData ?? {};
  const named = [
    ...Object.values(state.imageOverlays ?? {}).map((overlay) => overlay.assetId),
    ...[...videoTrack, ...audioTrack].flatMap(({ assetId: of }) => (of === undefined ? [] : [of])),
  ];
  const takes = await takesNamed(db, work, videoTrack);
  const ids = new Set((audio?.kind === 'asset' ? [...named, audio.assetId] : named).filter(isAssetId));
  // One question for all: each costs a millisecond in which nobody else is answered.
  for (const asset of ids.size === 0 ? [] : await listAssets(db, { projectId: work.projectId, ids: [...ids] })) {
    if (asset.type === 'font') continue;
    assets.set(asset.id, { sha256: asset.sha256, kind: asset.type, assetId: asset.id });
  }
  return {
    previous: work.timeline,
    resolution: { width: work.width, height: work.height },
    sceneIds,
    mediaOfScene: (sceneIndex) => picked.get(sceneIds[sceneIndex] ?? '') ?? null,
    mediaOfTake: (takeId, sceneId) => {
      const kept = work.timeline?.clips.find((clip) => clip.sceneId === sceneId && clip.media.takeId === takeId);
      if (kept) return kept.media; // the second half of a clip that was split
      const take = takes.get(takeId);
      return take?.sceneId === sceneId ? { sha256: take.sha256, kind: take.kind, takeId } : null;
    },
    mediaOfAsset: (assetId) => soundless(assets.get(assetId)),
    soundOfAsset: (assetId) => {
      const asset = assets.get(assetId);
      return asset?.kind === 'audio' ? asset : null;
    },
    ownSound: work.audioSha256 === null ? null : { sha256: work.audioSha256, kind: 'audio' },
    mediaOfAudio: () => {
      if (audio === null) return null;
      if (audio.kind === 'work') return audio.sha256 === null ? null : { sha256: audio.sha256, kind: 'audio' };
      const asset = assets.get(audio.assetId);
      return asset?.kind === 'audio' ? asset : null;
    },
  };
}

/** The takes that clips name, unless the stored edit has all of them: most saves name no other. */
async function takesNamed(
  db: Db,
  work: WorkRow,
  clips: readonly { readonly takeId?: string | undefined }[],
): Promise<ReadonlyMap<string, TakeRow>> {
  const stored = new Set((work.timeline?.clips ?? []).flatMap(({ media }) => media.takeId ?? []));
  const ids = clips.flatMap(({ takeId: id }) => (id !== undefined && isTakeId(id) ? [id] : []));
  if (ids.every((id) => stored.has(id))) return new Map();
  const found = await getTakes(db, [...new Set(ids)]);
  return new Map([...found].filter(([, take]) => take.workId === work.id));
}

const takeId = idSchema('take');
const isTakeId = (id: string): boolean => takeId.safeParse(id).success;
const assetId = idSchema('asset');
const isAssetId = (id: string): boolean => assetId.safeParse(id).success;

function soundless(media: MediaRef | undefined): MediaRef | null {
  return media === undefined || media.kind === 'audio' ? null : media;
}
