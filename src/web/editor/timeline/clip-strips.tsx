import { memo, useLayoutEffect, useRef } from 'react';
import { useEditor } from '../store/editor-store.ts';
import { stillsOf, useLoadedPictures } from './clip-stills.ts';
import { type DrawnClip, drawClips } from './draw-clip.ts';
import { drawnWidthPx } from './film-box.tsx';
import { ROWS } from './rows.ts';
import type { LaidClip } from './timeline-layout.ts';
import { useTimelineView } from './timeline-view.ts';

const SHARPEST = 2;

/**
 * What is seen in the clips, under them: one canvas for all that are in sight. A canvas for each would be a layer for each, and
 * the browser would lay them together anew at every step of a drag.
 */
export const ClipStrips = memo(function ClipStrips({ clips }: { readonly clips: readonly LaidClip[] }) {
  const ref = useRef<HTMLCanvasElement>(null);
  const sources = useEditor((state) => state.sources);
  const loaded = useLoadedPictures();
  const scale = useTimelineView((view) => view.scale);
  const window = useTimelineView((view) => view.window);
  const carried = useTimelineView((view) => view.carried?.ids);
  const { lanePx, itemPx } = ROWS.clip;
  const widthPx = Math.max(1, window.toPx - window.fromPx);
  // Before it is painted: what is drawn goes with the clips.
  useLayoutEffect(() => {
    const canvas = ref.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    const sharp = Math.min(SHARPEST, globalThis.devicePixelRatio || 1);
    const [width, height] = [Math.round(widthPx * sharp), Math.round(itemPx * sharp)];
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    context.setTransform(sharp, 0, 0, sharp, 0, 0);
    context.clearRect(0, 0, widthPx, itemPx);
    context.translate(-window.fromPx, 0);
    const drawn: DrawnClip[] = [];
    for (const { id, thing, startFrame, endFrame } of clips) {
      const [leftPx, rightPx] = [startFrame * scale, endFrame * scale];
      if (leftPx >= window.toPx || rightPx <= window.fromPx || carried?.includes(id)) continue;
      const source = sources[thing.media.sha256];
      const stills = source && !source.isMissing ? stillsOf(source, loaded) : null;
      if (!stills) continue;
      drawn.push({
        stills,
        leftPx,
        widthPx: drawnWidthPx(rightPx - leftPx),
        heightPx: itemPx,
        fromPx: Math.max(0, window.fromPx - leftPx),
        toPx: window.toPx - leftPx,
        scale,
        sharp,
        sourceStartFrame: thing.sourceStartFrame,
        sourceFrames: source?.frames ?? 1,
      });
    }
    drawClips(context, drawn);
  }, [clips, sources, loaded, scale, window, widthPx, carried, itemPx]);
  return (
    <canvas
      ref={ref}
      aria-hidden="true"
      data-strips=""
      className="pointer-events-none absolute"
      style={{ left: window.fromPx, top: (lanePx - itemPx) / 2, width: widthPx, height: itemPx }}
    />
  );
});
