import type { SpanS } from './time-overlay.ts';

/** Those of some overlays that are seen together when most of them are; the earliest such moment, in their order. */
export function busiestMoment<Overlay extends SpanS>(overlays: readonly Overlay[]): readonly Overlay[] {
  let most: readonly Overlay[] = [];
  for (const { start } of overlays.toSorted((one, other) => one.start - other.start)) {
    const seen = overlays.filter((overlay) => overlay.start <= start && start < overlay.end);
    if (seen.length > most.length) most = seen;
  }
  return most;
}
