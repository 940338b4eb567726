import { useMemo, useState } from 'react';
import type { PlacedOverlay } from '#domain/timeline/plan-film.ts';
import { useEditor } from '../store/editor-store.ts';
import { usePlan } from '../store/use-plan.ts';
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

/** What lies over the picture at the playhead, lowest first. */
export function useStageOverlays(): readonly StageOverlay[] {
  const plan = usePlan();
  const playhead = useEditor((now) => now.playhead);
  const drawnSizeOf = useDrawnSizes();
  const [known] = useState(() => new Map<string, KnownSize>());
  return useMemo(
    () =>
      plan.overlays
        .filter(({ startFrame, endFrame }) => startFrame <= playhead && playhead < endFrame)
        .map((placed) => {
          const size = sizeOfOverlay(placed, drawnSizeOf, known);
          const { overlay, kind } = placed;
          return { id: overlay.id, kind, overlay, size, box: boxOf(overlay, size) };
        }),
    [plan, playhead, drawnSizeOf, known],
  );
}
