import type { EditorChanges, EditorState } from '#contract/editor-state.ts';

type Keys = Readonly<Record<string, unknown>>;

/**
 * An edit as it is shown, with what a client says of it: by its top-level keys, and in `editorData` track by track. What
 * is left out stays, null clears.
 *
 * @param initial the edit before anything was edited: what a size that is cleared goes back to
 */
export function mergeEditorState(shown: EditorState, changes: EditorChanges, initial: EditorState): EditorState {
  const { editorData, audioUrl, audioVolume, exportSettings, ...others } = changes;
  const state: EditorState = merged(saysVolume(changes) ? without(shown, 'audioVolume') : shown, others);
  return {
    ...state,
    ...(editorData === undefined || (editorData === null && !shown.editorData)
      ? {}
      : {
          editorData: { videoTrack: [], textTrack: [], ...(editorData && merged(shown.editorData ?? {}, editorData)) },
        }),
    ...(audioUrl === undefined ? {} : { audioUrl }), // null is kept: it says that there is to be no music
    ...volumeOf(shown, audioVolume),
    ...(exportSettings === undefined ? {} : { exportSettings: exportSettings ?? initial.exportSettings }),
  };
}

/** Whether the loudness of the music is said where it lies on its track, and nowhere else. */
function saysVolume({ editorData, audioVolume }: EditorChanges): boolean {
  return audioVolume === undefined && (editorData?.audioTrack ?? []).some((action) => action['volume'] !== undefined);
}

/** What is said of the loudness; music of which nothing is said has its own. */
function volumeOf(shown: EditorState, audioVolume: EditorChanges['audioVolume']): object {
  if (audioVolume === undefined || (audioVolume === null && shown.audioVolume === undefined)) return {};
  return { audioVolume: audioVolume ?? 1 };
}

function merged(stored: Keys, changes: Keys): Keys {
  const said = Object.entries(changes).filter(([, value]) => value !== undefined);
  const cleared = said.flatMap(([key, value]) => (value === null ? [key] : []));
  return without({ ...stored, ...Object.fromEntries(said) }, ...cleared);
}

function without(state: Keys, ...keys: readonly string[]): Keys {
  return Object.fromEntries(Object.entries(state).filter(([key]) => !keys.includes(key)));
}
