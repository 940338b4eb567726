import type { MediaRef, Timeline } from '#contract/timeline.ts';
import { editorStateOf } from './editor-state.ts';
import { timelineFromEditorState } from './from-editor-state.ts';

/**
 * The same edit with this music, as if its client had said so: the music track that is there (also one whose file was
 * missing so far) plays it, else a new one does, under the whole film.
 *
 * @param music.url where clients get it
 * @param music.sceneIds the work's scenes in order
 */
export function withMusic(
  timeline: Timeline,
  music: { readonly media: MediaRef; readonly url: string; readonly sceneIds: readonly string[] },
): Timeline {
  const state = { ...editorStateOf(timeline, music.sceneIds), audioUrl: music.url };
  return timelineFromEditorState(state, {
    previous: timeline,
    resolution: timeline,
    sceneIds: music.sceneIds,
    mediaOfScene: () => null, // what is there keeps its media by its id, and nothing else comes in here
    mediaOfAsset: () => null,
    mediaOfAudio: () => music.media,
  });
}
