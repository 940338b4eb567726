import { type RefObject, useEffect, useState } from 'react';

/** How large the film is shown: as large as there is room, or each of its pixels as one of the page. */
export type StageZoom = 'fit' | 'whole';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The scale at which a film fits into the room of an element; what is measured again as the room changes. */
export function useStageScale(room: RefObject<HTMLElement | null>, film: Size, zoom: StageZoom): number {
  const [size, setSize] = useState<Size | null>(null);
  useEffect(() => {
    const element = room.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [room]);
  if (zoom === 'whole') return 1 / devicePixelRatio;
  return size ? Math.max(0.02, Math.min(size.width / film.width, size.height / film.height)) : 0.02;
}
