import type { Timeline } from '#contract/timeline.ts';
import type { WorkRow } from '#store/works.ts';
import { buildTimeline } from './build-timeline.ts';
import type { World } from './world.ts';

/** The edit of a work as it is saved, else the first edit of its scenes. */
export async function editOf(world: Pick<World, 'database'>, work: WorkRow): Promise<Timeline> {
  return work.timeline ?? buildTimeline(world, work.id);
}
