import { queryClient } from '../../app/query-client.ts';
import { fontsQuery } from '../../queries/fonts.ts';
import { useEditor } from '../store/editor-store.ts';
import type { OverlayBitmaps } from './overlay-bitmap.ts';
import { openOverlayBitmaps } from './overlay-bitmaps.ts';

let opened: OverlayBitmaps | null = null;

/** The overlays of the edit that is open, drawn; all of the editor shares them. */
export function editorBitmaps(): OverlayBitmaps {
  return (opened ??= openOverlayBitmaps({
    fonts: async () => {
      const projectId = useEditor.getState().place.projectId;
      return queryClient.ensureQueryData(fontsQuery(projectId));
    },
    urlOf: ({ sha256 }) => {
      const source = useEditor.getState().sources[sha256];
      return source && !source.isMissing ? source.url : null;
    },
  }));
}

/** Gives back all that was drawn, and the worker's memory: when the editor is left. */
export function closeEditorBitmaps(): void {
  opened?.close();
  opened = null;
}
