import type { PlacedOverlay, Plan } from '#domain/timeline/plan-film.ts';
import type { Shown } from '#effects/frame-at.ts';

/** What will be seen soon, and takes time to get ready. */
export interface ComingUp {
  /** The next clips, each as it first appears; the nearest first. */
  readonly clips: readonly Shown[];
  readonly overlays: readonly PlacedOverlay[];
}

/** What begins within so many frames after a frame of the film. */
export function comingUp(plan: Plan, frame: number, withinFrames: number): ComingUp {
  const begins = (startFrame: number): boolean => startFrame > frame && startFrame <= frame + withinFrames;
  const clips = plan.shots.flatMap(({ startFrame, clip, sourceFrame, join }): (Shown & { at: number })[] => [
    ...(clip && begins(startFrame) ? [{ clip, sourceFrame, at: startFrame }] : []),
    ...(join && begins(join.startFrame)
      ? [{ clip: join.next, sourceFrame: join.next.sourceStartFrame, at: join.startFrame }]
      : []),
  ]);
  const seen = new Set<string>();
  return {
    clips: clips
      .toSorted((a, b) => a.at - b.at)
      .filter(({ clip }) => !seen.has(clip.id) && seen.add(clip.id))
      .map(({ clip, sourceFrame }) => ({ clip, sourceFrame })),
    overlays: plan.overlays.filter(({ startFrame }) => begins(startFrame)),
  };
}
