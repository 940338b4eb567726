import { useMemo, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { PlacedOverlay } from '#domain/timeline/plan-film.ts';
import { type EditorSnapshot, useEditor } from '../store/editor-store.ts';
import { planOf } from '../store/use-plan.ts';
import type { Held } from './overlay-gesture.ts';
import { boxOf } from './overlay-in-box.ts';
import { type KnownSize, sizeOfOverlay } from './overlay-sizes.ts';
import type { TurnedBox } from './turned-box.ts';
import { useDrawnSizes } from './use-drawn-sizes.ts';

/** An overlay that is seen in the frame that is shown, and where. */
export interface StageOverlay extends Held {
  readonly id: string;
  readonly kind: PlacedOverlay['kind'];
  readonly box: TurnedBox;
}

/** What lies over the picture at the playhead, lowest first; the same list while nothing of it changes. */
export function useStageOverlays(): readonly StageOverlay[] {
  const seen = useEditor(useShallow(overlaysAtPlayhead));
  const drawnSizeOf = useDrawnSizes();
  const [known] = useState(() => new Map<string, KnownSize>());
  return useMemo(() => {
    const placedNow = placedAtPlayhead(useEditor.getState());
    return placedNow
      .filter(({ overlay }) => seen.includes(overlay))
      .map((placed) => {
        const size = sizeOfOverlay(placed, drawnSizeOf, known);
        const { overlay, kind } = placed;
        return { id: overlay.id, kind, overlay, size, box: boxOf(overlay, size) };
      });
  }, [seen, drawnSizeOf, known]);
}

type Shown = Pick<EditorSnapshot, 'timeline' | 'playhead'>;

const placedAtPlayhead = ({ timeline, playhead }: Shown): readonly PlacedOverlay[] =>
  planOf(timeline).overlays.filter(({ startFrame, endFrame }) => startFrame <= playhead && playhead < endFrame);

const overlaysAtPlayhead = (shown: Shown): readonly PlacedOverlay['overlay'][] =>
  placedAtPlayhead(shown).map(({ overlay }) => overlay);
