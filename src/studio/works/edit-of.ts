import type { Timeline } from '#contract/timeline.ts';
import { framesToSeconds, secondsToFrames } from '#domain/frames.ts';
import { editorExtraOf } from '#domain/timeline/editor-extra.ts';
import { editorStateOf } from '#domain/timeline/editor-state.ts';
import { timelineFromEditorState } from '#domain/timeline/from-editor-state.ts';
import { listScenes } from '#store/scenes.ts';
import type { WorkRow } from '#store/works.ts';
import type { World } from '../world.ts';
import { buildTimeline } from './build-timeline.ts';
import { editorContext } from './editor-context.ts';

/**
 * The edit of a work as it is saved, else the first edit of its scenes, with its music.
 *
 * What was laid over a work before it had a clip (a template, say) is laid over its first edit.
 */
export async function editOf(world: Pick<World, 'database'>, work: WorkRow): Promise<Timeline> {
  const timeline = work.timeline && (await placed(world, work, work.timeline));
  if (timeline !== null && !isWithoutClips(timeline)) return timeline;
  const music = work.audioSha256 === null ? undefined : ({ sha256: work.audioSha256, kind: 'audio' } as const);
  const first = await buildTimeline(world, work.id, music);
  return timeline === null ? first : overlaid(first, timeline);
}

/** The edit with what its scenes show now, where it was saved before they had anything to show. */
async function placed(world: Pick<World, 'database'>, work: WorkRow, timeline: Timeline): Promise<Timeline> {
  const db = world.database.kysely;
  const sceneIds = (await listScenes(db, work.id)).map((scene) => scene.id);
  const state = editorStateOf(timeline, sceneIds);
  return timelineFromEditorState(state, await editorContext(db, work, sceneIds, state));
}

function isWithoutClips(timeline: Timeline): boolean {
  return timeline.clips.length === 0 && (editorExtraOf(timeline).unplaced?.videoTrack ?? []).length === 0;
}

function overlaid(first: Timeline, overlays: Timeline): Timeline {
  const retimed = <Overlay extends { readonly startFrame: number; readonly endFrame: number }>(overlay: Overlay) => ({
    ...overlay,
    startFrame: secondsToFrames(framesToSeconds(overlay.startFrame, overlays.fps), first.fps),
    endFrame: secondsToFrames(framesToSeconds(overlay.endFrame, overlays.fps), first.fps),
  });
  return {
    ...first,
    texts: [...first.texts, ...overlays.texts.map(retimed)],
    images: [...first.images, ...overlays.images.map(retimed)],
    audio: overlays.audio.length > 0 ? overlays.audio : first.audio,
  };
}
