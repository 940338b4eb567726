import type { Peaks } from '#contract/derived.ts';

/** Distance of the bars of a waveform, in pixels. */
export const BAR_PX = 3;

/**
 * How loud a part of a sound is, bar by bar: the loudest of each stretch, from 0 to 1. Bars lie at multiples of BAR_PX from
 * the start of the clip, so that scrolling does not change them.
 */
export function peakBars(given: {
  readonly peaks: Pick<Peaks, 'sampleRate' | 'samplesPerPixel' | 'peaks'>;
  readonly fromPx: number;
  readonly toPx: number;
  /** Pixels a second. */
  readonly pxPerSecond: number;
  /** Where in the source the clip begins. */
  readonly sourceStartS: number;
}): readonly { readonly x: number; readonly peak: number }[] {
  const { peaks, fromPx, toPx, pxPerSecond, sourceStartS } = given;
  const perSecond = peaks.sampleRate / peaks.samplesPerPixel;
  const bars: { x: number; peak: number }[] = [];
  for (let place = Math.floor(fromPx / BAR_PX); place * BAR_PX < toPx; place++) {
    const x = place * BAR_PX;
    const from = Math.floor((sourceStartS + x / pxPerSecond) * perSecond);
    const to = Math.max(from + 1, Math.floor((sourceStartS + (x + BAR_PX) / pxPerSecond) * perSecond));
    let peak = 0;
    for (let at = from; at < to; at++) peak = Math.max(peak, peaks.peaks[at] ?? 0);
    bars.push({ x, peak });
  }
  return bars;
}
