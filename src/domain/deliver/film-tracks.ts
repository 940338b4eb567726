import type { TransitionType } from '#contract/scene.ts';
import type { AudioTrack, Timeline, TimelineClip } from '#contract/timeline.ts';
import { joinsOf, nominalToOutput, placeClips } from '../timeline/nominal-to-output.ts';
import { type PlacedOverlay, planFilm } from '../timeline/plan-film.ts';

/*
 * A film as other editors know one: tracks of clips end to end, cut in the middle of their transitions. Everything is in frames of the film;
 * every `endFrame` is exclusive.
 */

/** A clip from cut to cut; `clip` is null in a gap. */
export interface TrackClip {
  readonly clip: TimelineClip | null;
  readonly startFrame: number;
  readonly endFrame: number;
  /** Of the source, at `startFrame`, at the film's rate. */
  readonly sourceFrame: number;
  /** The transition to the next clip: how far it reaches to both sides of the cut. */
  readonly transition: {
    readonly type: TransitionType;
    readonly beforeFrames: number;
    readonly afterFrames: number;
  } | null;
}

/** A sound of the whole film. */
export interface TrackSound {
  readonly track: AudioTrack;
  readonly startFrame: number;
  readonly endFrame: number;
}

/** All that is seen and heard, sorted into tracks. */
export interface FilmTracks {
  readonly lengthFrames: number;
  readonly picture: readonly TrackClip[];
  /** Lowest first; in none of them do two overlays overlap. */
  readonly overlays: readonly (readonly PlacedOverlay[])[];
  readonly sounds: readonly TrackSound[];
  readonly markers: readonly { readonly frame: number; readonly label: string }[];
}

/** Sorts a film into tracks. */
export function filmTracks(timeline: Timeline): FilmTracks {
  const { lengthFrames, overlays } = planFilm(timeline);
  const joins = joinsOf(timeline.clips);
  return {
    lengthFrames,
    picture: pictureTrack(timeline),
    overlays: inLanes(overlays),
    sounds: timeline.audio.flatMap((track) => {
      const startFrame = track.kind === 'voice' ? nominalToOutput(track.startFrame, joins) : track.startFrame;
      const wanted = track.endFrame === undefined ? lengthFrames : startFrame + track.endFrame - track.startFrame;
      const endFrame = Math.min(wanted, lengthFrames);
      return track.muted || endFrame <= startFrame ? [] : [{ track, startFrame, endFrame }];
    }),
    markers: (timeline.markers ?? [])
      .map(({ frame, label }) => ({ frame: nominalToOutput(frame, joins), label }))
      .filter(({ frame }) => frame < lengthFrames),
  };
}

function pictureTrack({ clips }: Timeline): readonly TrackClip[] {
  const placed = placeClips(clips).filter(({ startFrame, endFrame }) => endFrame > startFrame);
  const track: TrackClip[] = [];
  let cutAt = 0;
  for (const { clip, startFrame, endFrame, transition } of placed) {
    if (startFrame > cutAt) {
      track.push({ clip: null, startFrame: cutAt, endFrame: startFrame, sourceFrame: 0, transition: null });
      cutAt = startFrame;
    }
    const length = transition ? transition.endFrame - transition.startFrame : 0;
    const beforeFrames = Math.floor(length / 2);
    const cut = transition ? transition.startFrame + beforeFrames : endFrame;
    if (cut <= cutAt) continue;
    track.push({
      clip,
      startFrame: cutAt,
      endFrame: cut,
      sourceFrame: clip.sourceStartFrame + cutAt - startFrame,
      transition: transition ? { type: transition.type, beforeFrames, afterFrames: length - beforeFrames } : null,
    });
    cutAt = cut;
  }
  return track;
}

/** Each overlay in the lowest lane above everything it lies over. */
function inLanes(overlays: readonly PlacedOverlay[]): readonly (readonly PlacedOverlay[])[] {
  const lanes: PlacedOverlay[][] = [];
  for (const overlay of overlays) {
    const meets = (other: PlacedOverlay): boolean =>
      other.startFrame < overlay.endFrame && overlay.startFrame < other.endFrame;
    const lane = lanes.findLastIndex((one) => one.some(meets)) + 1;
    (lanes[lane] ??= []).push(overlay);
  }
  return lanes.map((lane) => lane.toSorted((a, b) => a.startFrame - b.startFrame));
}
