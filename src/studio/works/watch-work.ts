import type { PushedEvent } from '#contract/operation.ts';
import { Problem } from '#contract/problems.ts';
import type { Actor } from '../actor.ts';
import { watchEvents, type Watching } from '../events/watch-events.ts';
import type { World } from '../world.ts';
import { findWork } from './find-work.ts';

/** What happens to a work, until it is gone. */
export function watchWork(
  world: Pick<World, 'database'>,
  actor: Actor,
  { projectId, workId, ...watching }: Watching & { readonly projectId: string; readonly workId: string },
): AsyncGenerator<PushedEvent> {
  const { workspaceId } = actor;
  const isThere = () => isStillThere(world, actor, { projectId, workId });
  return watchEvents(world, { workspaceId, workId, isThere, told: ({ data, at }) => ({ ...data, at }) }, watching);
}

async function isStillThere(
  world: Pick<World, 'database'>,
  actor: Actor,
  place: { readonly projectId: string; readonly workId: string },
): Promise<boolean> {
  try {
    await findWork(world, actor, place);
    return true;
  } catch (error) {
    if (error instanceof Problem && error.code === 'not_found') return false;
    throw error;
  }
}
