import { isDeepStrictEqual } from 'node:util';
import type { EditorChanges, EditorState } from '#contract/editor-state.ts';
import { Problem } from '#contract/problems.ts';
import type { Timeline } from '#contract/timeline.ts';
import { timelineFromEditorState } from '#domain/timeline/from-editor-state.ts';
import { mergeEditorState } from '#domain/timeline/merge-editor-state.ts';
import type { Db } from '#store/database/open-database.ts';
import type { WorkRow } from '#store/works.ts';
import { editorContext } from './editor-context.ts';
import { ownAudio } from './own-audio.ts';
import { editorStateOfWork } from './work-of.ts';

/**
 * The edit of a work with what a client says of it; null where that is what was shown before anything was edited, so
 * that there is none of its own yet.
 *
 * Its `audioUrl` names the work's own sound or an audio asset of the project (or is the one that is stored): what lies
 * elsewhere could not be played in an export, so it has to be uploaded first.
 *
 * @throws Problem `invalid_input` saying where
 */
export async function editFromEditorState(
  db: Db,
  work: WorkRow,
  sceneIds: readonly string[],
  changes: EditorChanges,
): Promise<Timeline | null> {
  const shown = JSON.parse(JSON.stringify(editorStateOfWork(work, sceneIds))) as EditorState;
  const given = mergeEditorState(shown, changes, editorStateOfWork({ ...work, timeline: null }, sceneIds));
  if (isDeepStrictEqual(shown, given)) return work.timeline;
  const state = withOwnAudio(work, given, shown.audioUrl);
  const context = await editorContext(db, work, sceneIds, state);
  if (
    typeof state.audioUrl === 'string' &&
    state.audioUrl !== shown.audioUrl &&
    !context.mediaOfAudio(state.audioUrl)
  ) {
    throw new Problem('invalid_input', { reason: 'editorState.audioUrl: there is no sound yet, upload it first' });
  }
  try {
    return timelineFromEditorState(state, context);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'invalid_input') throw error;
    throw new Problem('invalid_input', { reason: `editorState: ${String(error.facts['reason'])}` }, { cause: error });
  }
}

function withOwnAudio(work: WorkRow, state: EditorState, stored: string | null | undefined): EditorState {
  const { audioUrl } = state;
  if (typeof audioUrl !== 'string' || audioUrl === stored) return state;
  const own = ownAudio(work, audioUrl);
  if (own !== null) return { ...state, audioUrl: own.url };
  throw new Problem('invalid_input', {
    reason: 'editorState.audioUrl: upload the sound to this work (POST …/media/audio) and give the address it answers',
  });
}
