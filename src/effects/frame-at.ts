import type { TimelineClip } from '#contract/timeline.ts';
import type { PlacedOverlay, Plan, Shot } from '#domain/timeline/plan-film.ts';
import { transitionOf } from './transitions/all.ts';
import { type CanvasOperation, whole } from './transitions/transition.ts';

/** A picture of a clip: which frame of its source, counted at the film's rate. */
export interface Shown {
  readonly clip: TimelineClip;
  readonly sourceFrame: number;
}

/** What one frame of the film is made of, lowest first; black where there is nothing. */
export interface FilmFrame {
  /** The picture of the shot; null in a gap. */
  readonly from: Shown | null;
  /** The picture that comes, inside a transition. */
  readonly to: Shown | null;
  /** How the two are drawn, in order. */
  readonly operations: readonly CanvasOperation[];
  /** What lies over them, lowest first, and how many frames ago it came. */
  readonly overlays: readonly { readonly placed: PlacedOverlay; readonly frame: number }[];
}

/** What is seen in a frame of the film; before its start and after its end it is black. */
export function frameAt(
  plan: Plan,
  film: { readonly width: number; readonly height: number },
  frame: number,
): FilmFrame {
  const overlays = plan.overlays
    .filter((placed) => placed.startFrame <= frame && frame < placed.endFrame)
    .map((placed) => ({ placed, frame: frame - placed.startFrame }));
  const shot = shotAt(plan.shots, frame);
  if (!shot?.clip) return { from: null, to: null, operations: [], overlays };
  const from = { clip: shot.clip, sourceFrame: shot.sourceFrame + frame - shot.startFrame };
  const { join } = shot;
  if (!join || frame < join.startFrame) return { from, to: null, operations: [whole('from')], overlays };
  const joinFrame = frame - join.startFrame;
  const shape = {
    width: film.width,
    height: film.height,
    frames: shot.endFrame - join.startFrame,
    seed: join.seed,
  };
  return {
    from,
    to: { clip: join.next, sourceFrame: join.next.sourceStartFrame + joinFrame },
    operations: transitionOf(join.type).preview(shape, joinFrame),
    overlays,
  };
}

/** Shots tile the film in order of time, so that the one at a frame is found by halving. */
function shotAt(shots: readonly Shot[], frame: number): Shot | undefined {
  let [low, high] = [0, shots.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const shot = shots[middle];
    if (!shot || shot.startFrame > frame) high = middle - 1;
    else if (shot.endFrame <= frame) low = middle + 1;
    else return shot;
  }
  return undefined;
}
