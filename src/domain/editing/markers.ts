import type { Marker, Timeline } from '#contract/timeline.ts';
import { joinsOf, nominalToOutput } from '../timeline/nominal-to-output.ts';
import { outputToNominal } from '../timeline/output-to-nominal.ts';
import { mapItems } from './items.ts';
import { patched } from './sharing.ts';

/** The markers in order of time, each with the frame of the film it stands at. */
export function markersInFilm(timeline: Pick<Timeline, 'clips' | 'markers'>): readonly Marker[] {
  const joins = joinsOf(timeline.clips);
  return (timeline.markers ?? [])
    .map((marker) => ({ ...marker, frame: nominalToOutput(marker.frame, joins) }))
    .toSorted((a, b) => a.frame - b.frame);
}

/** Marks a frame of the film; where one is marked already, it is kept. */
export function addMarker(timeline: Timeline, marker: Marker): Timeline {
  if (markersInFilm(timeline).some(({ frame }) => frame === marker.frame)) return timeline;
  const frame = outputToNominal(marker.frame, joinsOf(timeline.clips));
  return { ...timeline, markers: [...(timeline.markers ?? []), { ...marker, frame }] };
}

/** Moves a marker to a frame of the film. */
export function moveMarker(
  timeline: Timeline,
  { id, frame }: { readonly id: string; readonly frame: number },
): Timeline {
  return setMarker(timeline, id, { frame: outputToNominal(Math.max(0, frame), joinsOf(timeline.clips)) });
}

/** Gives a marker a name. */
export function renameMarker(
  timeline: Timeline,
  { id, label }: { readonly id: string; readonly label: string },
): Timeline {
  return setMarker(timeline, id, { label: label.slice(0, 200) });
}

/** Takes a marker away. */
export function removeMarker(timeline: Timeline, { id }: { readonly id: string }): Timeline {
  return mapItems(timeline, { marker: (marker) => (marker.id === id ? null : marker) });
}

function setMarker(timeline: Timeline, id: string, changes: Partial<Marker>): Timeline {
  return mapItems(timeline, { marker: (marker) => (marker.id === id ? patched(marker, changes) : marker) });
}
