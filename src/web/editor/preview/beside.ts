import type { Plan } from '#domain/timeline/plan-film.ts';
import type { Shown } from '#effects/frame-at.ts';

/** The clips on both sides of a frame, as they are seen where they end and begin: where the playhead goes next. */
export function beside(plan: Plan, frame: number): readonly Shown[] {
  const at = plan.shots.findIndex(({ startFrame, endFrame }) => startFrame <= frame && frame < endFrame);
  const before = plan.shots[at - 1];
  const next = plan.shots[at + 1];
  return [
    ...(next?.clip ? [{ clip: next.clip, sourceFrame: next.sourceFrame }] : []),
    ...(before?.clip
      ? [{ clip: before.clip, sourceFrame: before.sourceFrame + before.endFrame - 1 - before.startFrame }]
      : []),
  ];
}
