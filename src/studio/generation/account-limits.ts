import type { GroupLimits } from '#jobs/job-queue.ts';
import { listBusyAccounts, placesOf, refilled } from '#store/vendor-gates.ts';
import type { World } from '../world.ts';

/**
 * How many more calls each vendor's account has room for now, for the queue: what has none waits there instead of here.
 *
 * What passes all the same, because two looked at once, is stopped when it writes down its intent.
 */
export async function accountLimits(world: Pick<World, 'database' | 'providers'>): Promise<GroupLimits> {
  const rooms: Record<string, number> = {};
  const taken: Record<string, number> = {};
  const loads = await listBusyAccounts(world.database.kysely);
  for (const { account, inFlight } of loads) taken[account] = (taken[account] ?? 0) + inFlight;
  for (const { account, provider, tokens, sinceMs, blockedForMs, ownConcurrent } of loads) {
    const limits = world.providers.find(({ id }) => id === provider)?.limits;
    if (blockedForMs > 0) rooms[account] = 0;
    else if (limits) {
      const { perMinute } = limits;
      const calls =
        perMinute === undefined || tokens === null || sinceMs === null
          ? Number.POSITIVE_INFINITY
          : Math.floor(refilled(tokens, sinceMs, perMinute));
      const room = Math.max(0, Math.min(placesOf(limits, ownConcurrent) - (taken[account] ?? 0), calls));
      rooms[account] = Math.max(rooms[account] ?? 0, room); // where two providers share it, the gate knows which is asked
    }
  }
  return rooms;
}
