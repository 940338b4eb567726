import { useQuery } from '@tanstack/react-query';
import { memo, useMemo } from 'react';
import type { EditSource } from '#contract/edit.ts';
import type { Fps } from '#contract/fps.ts';
import { framesToSeconds } from '#domain/frames.ts';
import { sourcePeaksQuery } from '../../queries/edit.ts';
import { BAR_PX, peakBars } from './peak-bars.ts';
import { PartCanvas } from './part-canvas.tsx';

interface WaveformProps {
  readonly source: Pick<EditSource, 'sha256' | 'peaksUrl'>;
  readonly fps: Fps;
  readonly sourceStartFrame: number;
  readonly volume: number;
  readonly scale: number;
  readonly fromPx: number;
  readonly toPx: number;
  readonly heightPx: number;
}

const BAR_WIDTH_PX = 2;

/** How loud a sound is along its length, as loud as it is played. */
export const Waveform = memo(function Waveform(props: WaveformProps) {
  const { source, fps, sourceStartFrame, volume, scale, fromPx, toPx, heightPx } = props;
  const { data: peaks } = useQuery(sourcePeaksQuery(source));
  const draw = useMemo(() => {
    if (!peaks) return null;
    const pxPerSecond = (scale * fps.num) / fps.den;
    const sourceStartS = framesToSeconds(sourceStartFrame, fps);
    return (context: CanvasRenderingContext2D) => {
      context.fillStyle = '#fff'; // black in the light theme, by a filter: a canvas is not drawn anew for a theme
      for (const { x, peak } of peakBars({ peaks, fromPx, toPx, pxPerSecond, sourceStartS })) {
        const high = Math.max(1, Math.min(1, peak * volume) * heightPx);
        context.fillRect(x, (heightPx - high) / 2, Math.min(BAR_WIDTH_PX, BAR_PX), high);
      }
    };
  }, [peaks, scale, fps, sourceStartFrame, volume, fromPx, toPx, heightPx]);
  return draw && <PartCanvas fromPx={fromPx} toPx={toPx} heightPx={heightPx} draw={draw} />;
});
