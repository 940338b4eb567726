import type { TransitionType } from '#contract/scene.ts';
import type { ImageOverlay, OverlayAnimation, TextOverlay, Timeline, TimelineClip } from '#contract/timeline.ts';
import { joinsOf, type PlacedClip, placeClips, spanToOutput } from './nominal-to-output.ts';

/*
 * A timeline as work to do, in frames of the film. Pure data; every `endFrame` is exclusive.
 */

/** A stretch of the film whose main picture is one clip (or black), from after its incoming transition to after its outgoing one. */
export interface Shot {
  readonly startFrame: number;
  readonly endFrame: number;
  /** Null in a gap: black. */
  readonly clip: TimelineClip | null;
  /** Frame of the source shown at `startFrame`, counted at the film's rate. */
  readonly sourceFrame: number;
  /** The outgoing transition, which ends the shot; the next clip begins with it. */
  readonly join: {
    readonly startFrame: number;
    readonly type: TransitionType;
    readonly next: TimelineClip;
    readonly seed: number;
  } | null;
}

/** What is encoded, kept and reused as one. It lies in one shot, wholly before its transition or wholly in it. */
export interface Segment {
  readonly startFrame: number;
  readonly endFrame: number;
  readonly shot: Shot;
}

/** Words or a picture over the picture, where it is seen in the film. Later ones lie over earlier ones. */
export type PlacedOverlay = { readonly startFrame: number; readonly endFrame: number } & (
  | { readonly kind: 'text'; readonly overlay: TextOverlay }
  | { readonly kind: 'image'; readonly overlay: ImageOverlay }
);

/** The whole film as shots, segments that tile it, and what lies over it. */
export interface Plan {
  readonly lengthFrames: number;
  readonly shots: readonly Shot[];
  readonly segments: readonly Segment[];
  readonly overlays: readonly PlacedOverlay[];
}

const LONGEST_MOVE_S = 5; // an overlay that comes or goes is a bitmap a frame; a longer one is cut short
const LONGEST_SEGMENT_S = 10; // a long clip is spread over the cores, and an interrupted export keeps what it has

/** Divides a timeline into segments: cut where shots, transitions and overlays begin and end, and every ten seconds of a shot. */
export function planFilm(timeline: Pick<Timeline, 'clips' | 'texts' | 'images' | 'fps'>): Plan {
  const clips = placeClips(timeline.clips).filter((clip) => clip.endFrame > clip.startFrame);
  const shots = shotsOf(clips);
  const lengthFrames = shots.at(-1)?.endFrame ?? 0;
  const overlays = overlaysOf(timeline, lengthFrames);
  const longest = Math.max(1, Math.round((LONGEST_SEGMENT_S * timeline.fps.num) / timeline.fps.den));
  const edges = overlays.flatMap(({ startFrame, endFrame }) => [startFrame, endFrame]).toSorted((a, b) => a - b);
  return { lengthFrames, shots, overlays, segments: segmentsOf(shots, edges, longest) };
}

/** The overlays seen in a stretch of the film, lowest first. */
export function overlaysIn(
  plan: Plan,
  span: { readonly startFrame: number; readonly endFrame: number },
): readonly PlacedOverlay[] {
  return plan.overlays.filter((overlay) => overlay.startFrame < span.endFrame && overlay.endFrame > span.startFrame);
}

function shotsOf(clips: readonly PlacedClip[]): Shot[] {
  const shots: Shot[] = [];
  let covered = 0;
  let arriving = 0; // frames of the clip at hand that the transition before it has shown already
  clips.forEach((placed, place) => {
    const next = clips[place + 1];
    if (placed.startFrame > covered) {
      shots.push({ startFrame: covered, endFrame: placed.startFrame, clip: null, sourceFrame: 0, join: null });
      covered = placed.startFrame;
    }
    const { clip, transition } = placed;
    const join =
      transition && next
        ? { startFrame: transition.startFrame, type: transition.type, next: next.clip, seed: seedOf(next.clip.id) }
        : null;
    const startFrame = placed.startFrame + arriving;
    if (placed.endFrame > startFrame) {
      shots.push({ startFrame, endFrame: placed.endFrame, clip, sourceFrame: clip.sourceStartFrame + arriving, join });
      covered = placed.endFrame;
    }
    arriving = transition ? transition.endFrame - transition.startFrame : 0;
  });
  return shots;
}

function overlaysOf(
  timeline: Pick<Timeline, 'clips' | 'texts' | 'images' | 'fps'>,
  lengthFrames: number,
): PlacedOverlay[] {
  const joins = joinsOf(timeline.clips);
  const inFilm = (span: { startFrame: number; endFrame: number }) => {
    const { startFrame, endFrame } = spanToOutput(span, joins);
    return { startFrame, endFrame: Math.min(endFrame, lengthFrames) };
  };
  const longestMove = Math.round((LONGEST_MOVE_S * timeline.fps.num) / timeline.fps.den);
  const moving = <Overlay extends TextOverlay | ImageOverlay>(overlay: Overlay): Overlay =>
    overlay.animation && isLonger(overlay.animation, longestMove)
      ? { ...overlay, animation: shortened(overlay.animation, longestMove) }
      : overlay; // itself, so that what was drawn of it is known to be the same
  // Words lie over pictures, so that a logo never hides them.
  return [
    ...timeline.images.map((overlay) => ({ kind: 'image' as const, overlay: moving(overlay), ...inFilm(overlay) })),
    ...timeline.texts
      .filter(({ text }) => text.trim() !== '')
      .map((overlay) => ({ kind: 'text' as const, overlay: moving(overlay), ...inFilm(overlay) })),
  ].filter(({ startFrame, endFrame }) => endFrame > startFrame);
}

function isLonger({ inFrames, outFrames, staggerFrames }: OverlayAnimation, longestFrames: number): boolean {
  return Math.max(inFrames, outFrames, staggerFrames) > longestFrames;
}

function shortened(animation: OverlayAnimation, longestFrames: number): OverlayAnimation {
  return {
    ...animation,
    inFrames: Math.min(animation.inFrames, longestFrames),
    outFrames: Math.min(animation.outFrames, longestFrames),
    staggerFrames: Math.min(animation.staggerFrames, longestFrames),
  };
}

/** Goes through shots and edges once, side by side: both are in order of time. */
function segmentsOf(shots: readonly Shot[], edges: readonly number[], longestFrames: number): Segment[] {
  let edge = 0;
  return shots.flatMap((shot) => {
    const cuts = new Set([shot.startFrame, shot.endFrame, ...(shot.join ? [shot.join.startFrame] : [])]);
    for (let frame = shot.startFrame + longestFrames; frame < shot.endFrame; frame += longestFrames) cuts.add(frame);
    for (; (edges[edge] ?? Infinity) < shot.endFrame; edge++) {
      const frame = edges[edge] ?? 0;
      if (frame > shot.startFrame) cuts.add(frame);
    }
    const inside = [...cuts].filter((frame) => frame >= shot.startFrame).toSorted((a, b) => a - b);
    return inside.slice(1).map((endFrame, place) => ({ startFrame: inside[place] ?? endFrame, endFrame, shot }));
  });
}

/**
 * A number of its own for the transition into each clip, the same in every export (FNV-1a).
 *
 * By the clip it leads into: of a clip that is split the earlier half keeps the name, so that neither a split nor a join of
 * either neighbour gives the transition another pattern.
 */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}
