import type { EditorChanges } from '#contract/editor-state.ts';
import type { Timeline } from '#contract/timeline.ts';
import { editorStateOf } from './editor-state.ts';

/**
 * What to save so that a whole edit is stored: its editor state, in which what it has none of is cleared by name, since what
 * is left out stays.
 *
 * @param about.sceneIds the work's scenes in order
 * @param about.urlOf where a file is read: the first music is told by its url; undefined where that is not known
 */
export function editorChangesOf(
  timeline: Timeline,
  about: { readonly sceneIds: readonly string[]; readonly urlOf: (sha256: string) => string | undefined },
): EditorChanges {
  const music = timeline.audio.find(({ kind }) => kind === 'music');
  const url = music && about.urlOf(music.media.sha256);
  const { editorData, ...state } = editorStateOf(timeline, about.sceneIds);
  return {
    ...state,
    editorData: {
      ...editorData,
      markers: editorData?.markers ?? null,
      isEmptied: timeline.clips.length === 0 ? true : null,
    },
    ...(music === undefined ? { audioUrl: null } : url ? { audioUrl: url } : {}),
    loudnessLufs: timeline.loudnessLufs,
  };
}
