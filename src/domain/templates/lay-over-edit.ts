import type { EditorState } from '#contract/editor-state.ts';
import type { TemplateContent } from '#contract/template.ts';
import type { LaidOut, OverlayAction } from './apply-template.ts';

/**
 * An edit with a template laid over it; what was there stays.
 *
 * Clips that say nothing of how they end get the template's transition.
 */
export function layOverEdit(
  edit: EditorState,
  laidOut: LaidOut,
  defaultTransition: TemplateContent['defaultTransition'],
): EditorState {
  const { editorData } = edit;
  const videoTrack = (editorData?.videoTrack ?? []).map((clip) =>
    defaultTransition === undefined || clip.transitionType !== undefined
      ? clip
      : { ...clip, transitionType: defaultTransition.type, transitionDuration: defaultTransition.duration },
  );
  return {
    ...edit,
    editorData: {
      ...editorData,
      videoTrack,
      textTrack: [...(editorData?.textTrack ?? []), ...laidOut.textTrackActions.map(asAction)],
      imageTrack: [...(editorData?.imageTrack ?? []), ...laidOut.imageTrackActions.map(asAction)],
    },
    textOverlays: { ...edit.textOverlays, ...laidOut.textOverlays },
    imageOverlays: { ...edit.imageOverlays, ...laidOut.imageOverlays },
  };
}

const asAction = ({ id, start, end }: OverlayAction) => ({ id, start, end });

/** Seconds of an edit's picture, null where it has none yet. */
export function lengthOfEdit(edit: EditorState): number | null {
  const ends = (edit.editorData?.videoTrack ?? []).map(({ end }) => end);
  return ends.length === 0 ? null : Math.max(...ends);
}
