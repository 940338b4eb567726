import type { Timeline } from '#contract/timeline.ts';
import type { WorkRow } from '#store/works.ts';
import { buildTimeline } from './build-timeline.ts';
import type { World } from './world.ts';

/** The edit of a work as it is saved, else the first edit of its scenes, with its music. */
export async function editOf(world: Pick<World, 'database'>, work: WorkRow): Promise<Timeline> {
  const music = work.audioSha256 === null ? undefined : ({ sha256: work.audioSha256, kind: 'audio' } as const);
  return work.timeline ?? buildTimeline(world, work.id, music);
}
