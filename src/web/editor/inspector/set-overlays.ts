import type { ImageOverlay, TextOverlay } from '#contract/timeline.ts';
import { setImages, setTexts } from '#domain/editing/set-properties.ts';
import type { Changes } from '#domain/editing/sharing.ts';
import type { Command } from '../store/editor-store.ts';

/** What texts and pictures have in common. */
type OverlayChanges = Changes<
  Pick<TextOverlay & ImageOverlay, 'centerX' | 'centerY' | 'rotation' | 'opacity' | 'animation'>
>;

/** The same change to texts and pictures. */
export const setOverlays =
  (ids: readonly string[], changes: OverlayChanges): Command =>
  (timeline) =>
    setImages(setTexts(timeline, { ids, changes }), { ids, changes });
