import type { MediaRef, Timeline } from '#contract/timeline.ts';
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
 * What was laid over a work before it had a clip (a template, say) is laid over its first edit, which takes its frame and
 * rate.
 */
export async function editOf(
  world: Pick<World, 'database'>,
  work: WorkRow,
  { asFarAsThereIs = false }: { readonly asFarAsThereIs?: boolean } = {},
): Promise<Timeline> {
  const timeline = work.timeline && (await placed(world, work, work.timeline));
  if (timeline !== null && !isWithoutClips(timeline)) return timeline;
  const first = await buildTimeline(world, work.id, {
    music: musicOf(work),
    frame: timeline ?? undefined,
    asFarAsThereIs,
  });
  return timeline === null ? first : overlaid(first, timeline);
}

/** The sound that was given to a work, as its music. */
export function musicOf({ audioSha256 }: Pick<WorkRow, 'audioSha256'>): MediaRef | undefined {
  return audioSha256 === null ? undefined : { sha256: audioSha256, kind: 'audio' };
}

/** The edit with what its scenes show now, where it was saved before they had anything to show. */
async function placed(world: Pick<World, 'database'>, work: WorkRow, timeline: Timeline): Promise<Timeline> {
  const db = world.database.kysely;
  const sceneIds = (await listScenes(db, work.id)).map((scene) => scene.id);
  const state = editorStateOf(timeline, sceneIds);
  return timelineFromEditorState(state, await editorContext(db, work, sceneIds, state));
}

/** Whether an edit has no clip yet; one whose clips were all taken out by hand stays empty. */
function isWithoutClips(timeline: Timeline): boolean {
  const { unplaced, editorData } = editorExtraOf(timeline);
  return timeline.clips.length === 0 && (unplaced?.videoTrack ?? []).length === 0 && editorData?.['isEmptied'] !== true;
}

/** Whether the music of the work was taken out of its edit. */
const saysNoMusic = (timeline: Timeline): boolean => editorExtraOf(timeline).root?.['audioUrl'] === null;

function overlaid(first: Timeline, overlays: Timeline): Timeline {
  const kept = new Set(overlays.texts.map(({ id }) => id)); // a text of the script that was changed is there already
  return {
    ...first,
    texts: [...first.texts.filter(({ id }) => !kept.has(id)), ...overlays.texts],
    images: [...first.images, ...overlays.images],
    audio: overlays.audio.length > 0 || saysNoMusic(overlays) ? overlays.audio : first.audio,
  };
}
