import { useMemo, useState } from 'react';
import { boxOf } from './overlay-in-box.ts';
import { type KnownSize, sizeOfOverlay } from './overlay-sizes.ts';
import { useDrawnSizes } from './use-drawn-sizes.ts';
import type { StageOverlay } from './use-stage-overlays.ts';
import { useCalmEditor } from '../store/calm-editor.ts';
import { useCalmPlan } from '../store/use-plan.ts';

/** Overlays by their ids, with their boxes, whether or not they are seen at the playhead. */
export function useOverlaysOf(ids: readonly string[]): readonly StageOverlay[] {
  const plan = useCalmPlan();
  const texts = useCalmEditor(({ timeline }) => timeline.texts);
  const images = useCalmEditor(({ timeline }) => timeline.images);
  const drawnSizeOf = useDrawnSizes();
  const [known] = useState(() => new Map<string, KnownSize>());
  const key = ids.join(' ');
  return useMemo(() => {
    const placedById = new Map(plan.overlays.map((placed) => [placed.overlay.id, placed]));
    return key.split(' ').flatMap((id): StageOverlay[] => {
      const text = texts.find((one) => one.id === id);
      const image = images.find((one) => one.id === id);
      const times = { startFrame: 0, endFrame: 1 }; // of a text without words, which no plan has
      const placed =
        placedById.get(id) ??
        (text
          ? { kind: 'text' as const, overlay: text, ...times }
          : image && { kind: 'image' as const, overlay: image, ...times });
      if (!placed) return [];
      const { overlay, kind } = placed;
      const size = sizeOfOverlay(placed, drawnSizeOf, known);
      return [{ id, kind, overlay, size, box: boxOf(overlay, size) }];
    });
  }, [plan, texts, images, drawnSizeOf, known, key]);
}
