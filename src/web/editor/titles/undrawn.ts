import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { create } from 'zustand';
import type { FontFamily } from '#contract/font.ts';
import type { PlacedOverlay } from '#domain/timeline/plan-film.ts';
import { fontsQuery } from '../../queries/fonts.ts';
import { useCalmEditor } from '../store/calm-editor.ts';
import { type EditorSnapshot, useEditor } from '../store/editor-store.ts';
import { planOf } from '../store/use-plan.ts';
import { editorBitmaps } from './editor-bitmaps.ts';
import type { WhyNotDrawn } from './why-not-drawn.ts';

/** What of the film is not drawn as it shall be, and why: overlays by their ids. */
export const useUndrawn = create<{ readonly byId: ReadonlyMap<string, WhyNotDrawn> }>(() => ({ byId: new Map() }));

/**
 * Keeps note of what can not be drawn. What an export would stop for is known before it is shown: a picture or a font that is
 * not there any more.
 *
 * @param preview whatever is another object when the preview begins anew
 */
export function useWatchUndrawn(preview: object): void {
  const projectId = useEditor(({ place }) => place.projectId);
  const hasOwnFont = useCalmEditor(({ timeline }) =>
    timeline.texts.some(({ fontAssetId }) => fontAssetId !== undefined),
  );
  const { data: fonts } = useQuery({ ...fontsQuery(projectId), enabled: hasOwnFont });
  useEffect(() => {
    const look = (): void => note(useCalmEditor.getState(), fonts);
    look();
    const ends = [
      editorBitmaps().onReady(look),
      useCalmEditor.subscribe((now, before) => {
        if (now.timeline !== before.timeline || now.sources !== before.sources) look();
      }),
    ];
    return () => ends.forEach((end) => end());
  }, [fonts, preview]);
}

function note({ timeline, sources }: EditorSnapshot, fonts: readonly FontFamily[] | undefined): void {
  const whyOf = (placed: PlacedOverlay): WhyNotDrawn | null => {
    if (placed.kind === 'image' && sources[placed.overlay.media.sha256]?.isMissing) return 'picture-gone';
    const { fontAssetId } = placed.kind === 'text' ? placed.overlay : {};
    const isThere = fontAssetId === undefined || !fonts || fonts.some(({ assetId }) => assetId === fontAssetId);
    return isThere ? editorBitmaps().whyNot(placed, timeline) : 'font-gone';
  };
  const found = planOf(timeline).overlays.flatMap((placed) => {
    const why = whyOf(placed);
    return why === null ? [] : [[placed.overlay.id, why] as const];
  });
  const { byId } = useUndrawn.getState();
  const isSame = found.length === byId.size && found.every(([id, why]) => byId.get(id) === why);
  if (!isSame) useUndrawn.setState({ byId: new Map(found) });
}
