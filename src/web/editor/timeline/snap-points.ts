import type { Timeline } from '#contract/timeline.ts';
import { markersInFilm } from '#domain/editing/markers.ts';
import { laidOn, layoutOf, TRACKS } from './timeline-layout.ts';

/** The frames of the film to which a drag is drawn: ends of the film and of everything that is not dragged, the playhead, markers. */
export function snapPoints(
  timeline: Timeline,
  { dragged, playhead }: { readonly dragged: readonly string[]; readonly playhead: number | null },
): readonly number[] {
  const layout = layoutOf(timeline);
  const points = new Set([0, layout.lengthFrames]);
  const moving = new Set(dragged);
  for (const track of TRACKS) {
    for (const { id, startFrame, endFrame } of laidOn(layout, track)) {
      if (!moving.has(id)) points.add(startFrame).add(endFrame);
    }
  }
  for (const { frame } of markersInFilm(timeline)) points.add(frame);
  if (playhead !== null) points.add(playhead);
  return [...points].toSorted((a, b) => a - b);
}
