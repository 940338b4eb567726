import type { Timeline, TimelineClip } from '#contract/timeline.ts';
import { joinsOf, nominalToOutput, placeClips, spanToOutput } from '../timeline/nominal-to-output.ts';
import { outputToNominal } from '../timeline/output-to-nominal.ts';
import { overlayAt } from './film-spans.ts';
import { mapItems } from './items.ts';
import { shifted } from './nominal-time.ts';
import { patched } from './sharing.ts';

/**
 * The edit with its clips in order of time and none over another, as the magnetic track needs them; itself where they are.
 *
 * Clips that a client wrote over one another become what the film shows of them: the earlier one ends where its transition
 * does, and what is laid over the picture stays where it was seen.
 */
export function settleClips(timeline: Timeline): Timeline {
  const { clips } = timeline;
  if (clips.every((clip, place) => place === 0 || clip.startFrame >= (clips[place - 1]?.endFrame ?? 0))) {
    return timeline;
  }
  const settled: TimelineClip[] = [];
  let saved = 0; // by how much of their transitions the clips so far are longer in nominal time than in the film
  for (const { clip, startFrame, endFrame, transition } of placeClips(clips)) {
    if (endFrame <= startFrame) continue; // wholly under the next one: never seen
    const durationFrames = transition ? transition.endFrame - transition.startFrame : 0;
    settled.push({
      ...clip,
      startFrame: startFrame + saved,
      endFrame: endFrame + saved,
      transition: transition ? { type: transition.type, durationFrames } : clip.transition,
    });
    saved += durationFrames;
  }
  const before = joinsOf(clips);
  const after = joinsOf(settled);
  const picture = { clips: settled };
  const moved = (frame: number): number => outputToNominal(nominalToOutput(frame, before), after);
  return mapItems(
    { ...timeline, clips: settled },
    {
      text: (text) => overlayAt(picture, text, spanToOutput(text, before)),
      image: (image) => overlayAt(picture, image, spanToOutput(image, before)),
      audio: (track) => (track.kind === 'music' ? track : shifted(track, moved(track.startFrame) - track.startFrame)),
      marker: (marker) => patched(marker, { frame: moved(marker.frame) }),
    },
  );
}
