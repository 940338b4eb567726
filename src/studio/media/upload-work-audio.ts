import type { UploadedFile } from '#contract/operation.ts';
import type { Timeline } from '#contract/timeline.ts';
import { editorStateOf } from '#domain/timeline/editor-state.ts';
import { timelineFromEditorState } from '#domain/timeline/from-editor-state.ts';
import type { Trx } from '#store/database/tables.ts';
import { listScenes } from '#store/scenes.ts';
import type { WorkRow } from '#store/works.ts';
import { editorContext } from '../works/editor-context.ts';
import { audioUrlOf } from '../works/own-audio.ts';
import type { World } from '../world.ts';
import { examineUpload } from './examine-upload.ts';
import { keepWorkMedia } from './keep-work-media.ts';

/**
 * Makes a sound the music of a work: of its edit where there is one, else of the first edit that is made.
 *
 * @returns where it is
 * @throws Problem `media_unreadable`, `unsupported_media`
 */
export async function uploadWorkAudio(world: World, work: WorkRow, file: UploadedFile): Promise<string> {
  const facts = await examineUpload(world, file, ['audio']);
  await keepWorkMedia(world, work, file, {
    facts,
    replaced: (before) => before.audioSha256,
    patch: async (trx, before, audioSha256) => {
      const { timeline } = before;
      if (!timeline) return { audioSha256 };
      return { audioSha256, timeline: await withMusic(trx, { ...before, audioSha256 }, timeline) };
    },
  });
  return audioUrlOf(work);
}

/** The same edit as if its client had said that this is its music: in the music track that is there, else in a new one. */
async function withMusic(trx: Trx, work: WorkRow, timeline: Timeline): Promise<Timeline> {
  const sceneIds = (await listScenes(trx, work.id)).map((scene) => scene.id);
  const state = { ...editorStateOf(timeline, sceneIds), audioUrl: audioUrlOf(work) };
  return timelineFromEditorState(state, await editorContext(trx, work, sceneIds, state));
}
