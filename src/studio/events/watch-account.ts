import type { PushedEvent } from '#contract/operation.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';
import { watchEvents, type Watching } from './watch-events.ts';

/**
 * What happens to all works of the actor's workspace, and to the jobs they asked for without one; each event says whose it
 * is (`workId`, `projectId`, null where there is none).
 */
export function watchAccount(
  world: Pick<World, 'database'>,
  { workspaceId, userId }: Actor,
  watching: Watching,
): AsyncGenerator<PushedEvent> {
  return watchEvents(
    world,
    {
      workspaceId,
      seenBy: userId,
      told: ({ data, at, workId, projectId }) => ({ projectId, ...data, workId, at }),
    },
    watching,
  );
}
