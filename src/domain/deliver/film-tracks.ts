import type { Fps } from '#contract/fps.ts';
import type { TransitionType } from '#contract/scene.ts';
import type { AudioTrack, Timeline, TimelineClip } from '#contract/timeline.ts';
import type { DeliveredFilm } from './delivered-film.ts';
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

/** A sound in the film. */
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

/**
 * Sorts a film into tracks.
 *
 * @param film.media a sound that is there ends with its file, where that is shorter than its place
 */
export function filmTracks({ timeline, media }: Pick<DeliveredFilm, 'timeline' | 'media'>): FilmTracks {
  const { lengthFrames, overlays } = planFilm(timeline);
  const joins = joinsOf(timeline.clips);
  return {
    lengthFrames,
    picture: pictureTrack(timeline),
    overlays: inLanes(overlays),
    sounds: timeline.audio.flatMap((track) => {
      const startFrame = track.kind === 'voice' ? nominalToOutput(track.startFrame, joins) : track.startFrame;
      const wanted = track.endFrame === undefined ? lengthFrames : startFrame + track.endFrame - track.startFrame;
      const endFrame = Math.min(wanted, lengthFrames, startFrame + framesLeft(track, media, timeline.fps));
      return track.muted || endFrame <= startFrame ? [] : [{ track, startFrame, endFrame }];
    }),
    markers: (timeline.markers ?? [])
      .map(({ frame, label }) => ({ frame: nominalToOutput(frame, joins), label }))
      .filter(({ frame }) => frame < lengthFrames),
  };
}

/** How many frames of a sound there are from where it begins in its file. */
function framesLeft({ media: ref, sourceStartFrame }: AudioTrack, media: DeliveredFilm['media'], fps: Fps): number {
  const durationS = media.get(ref.sha256)?.facts.durationS ?? null;
  return durationS === null ? Infinity : Math.floor((durationS * fps.num) / fps.den + 1e-6) - sourceStartFrame;
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
    // In the middle; later where the clip is seen in nothing but its transition, so that there is something to cut.
    const middle = transition ? transition.startFrame + Math.floor(length / 2) : endFrame;
    const cut = transition ? Math.min(Math.max(middle, cutAt + 1), transition.endFrame) : endFrame;
    if (cut <= cutAt) continue;
    const beforeFrames = transition ? cut - transition.startFrame : 0;
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
