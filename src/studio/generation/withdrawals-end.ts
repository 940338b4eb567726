import { setTimeout as sleep } from 'node:timers/promises';
import { hasWithdrawals } from '#store/generations.ts';
import type { World } from '../world.ts';

const LOOK_EVERY_MS = 100;

/**
 * Waits until the vendors have been told of everything that was cancelled in a workspace, but not for ever.
 *
 * @returns false where the time ran out first
 */
export async function withdrawalsEnd(
  world: Pick<World, 'database'>,
  workspaceId: string,
  timeoutMs: number,
): Promise<boolean> {
  for (let waitedMs = 0; await hasWithdrawals(world.database.kysely, workspaceId); waitedMs += LOOK_EVERY_MS) {
    if (waitedMs >= timeoutMs) return false;
    await sleep(LOOK_EVERY_MS);
  }
  return true;
}
