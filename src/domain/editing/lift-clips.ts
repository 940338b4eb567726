import type { ImageOverlay, TextOverlay, Timeline, TimelineClip } from '#contract/timeline.ts';
import { joinsOf, nominalToOutput, placeClips, spanToOutput } from '../timeline/nominal-to-output.ts';
import { outputToNominal } from '../timeline/output-to-nominal.ts';
import { overlayAt } from './film-spans.ts';
import { mapItems } from './items.ts';
import { shifted } from './nominal-time.ts';
import { patched } from './sharing.ts';

/**
 * Takes clips of a settled edit away and leaves black, so that everything else is seen and heard when it was.
 *
 * A clip that is lifted takes its transitions along, and nominal time no longer overlaps there: so what comes later comes so
 * much earlier in it.
 */
export function liftClips(timeline: Timeline, ids: ReadonlySet<string>): Timeline {
  if (!timeline.clips.some(({ id }) => ids.has(id))) return timeline;
  const clips = clipsWithout(timeline, ids);
  const lifted = { ...timeline, clips };
  const starts = new Map(clips.map(({ id, startFrame }) => [id, startFrame]));
  const before = joinsOf(timeline.clips);
  const after = joinsOf(clips);
  /** Over the same picture as before, where that is still there. */
  const along = (frame: number): number => {
    const under = timeline.clips.findLast((clip) => clip.startFrame <= frame && starts.has(clip.id));
    return under ? frame + (starts.get(under.id) ?? 0) - under.startFrame : frame;
  };
  const overlay = <Overlay extends TextOverlay | ImageOverlay>(one: Overlay): Overlay =>
    overlayAt(lifted, shifted(one, along(one.startFrame) - one.startFrame), spanToOutput(one, before));
  const moved = (frame: number): number => {
    const seen = nominalToOutput(frame, before);
    return nominalToOutput(along(frame), after) === seen ? along(frame) : outputToNominal(seen, after);
  };
  return mapItems(lifted, {
    text: overlay,
    image: overlay,
    audio: (track) => (track.kind === 'music' ? track : shifted(track, moved(track.startFrame) - track.startFrame)),
    marker: (marker) => patched(marker, { frame: moved(marker.frame) }),
  });
}

/** The clips that stay, each where the film showed it; those that meet only now go over into each other by a cut. */
function clipsWithout({ clips }: Timeline, ids: ReadonlySet<string>): TimelineClip[] {
  const staying: TimelineClip[] = [];
  let saved = 0; // by how much the transitions that stay make nominal time longer than the film
  let isAfterLifted = false;
  for (const { clip, startFrame } of placeClips(clips)) {
    if (ids.has(clip.id)) {
      isAfterLifted = true;
      continue;
    }
    const last = staying.at(-1);
    const lastBefore = clips.find(({ id }) => id === last?.id);
    if (last && lastBefore && !isAfterLifted)
      saved = last.endFrame + clip.startFrame - lastBefore.endFrame - startFrame;
    const moved = shifted(clip, startFrame + saved - clip.startFrame);
    if (last && isAfterLifted && last.endFrame === moved.startFrame && last.transition !== null) {
      staying[staying.length - 1] = { ...last, transition: null };
    }
    staying.push(moved);
    isAfterLifted = false;
  }
  return staying;
}
