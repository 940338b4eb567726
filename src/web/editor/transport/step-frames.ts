import { playback } from '../preview/playback.ts';
import { edit, useEditor } from '../store/editor-store.ts';

/** Stops, and goes so many frames on; negative: back. */
export function stepFrames(frames: number): void {
  playback.pause();
  edit.seek(useEditor.getState().playhead + frames);
}
