import type { Proposal } from '#contract/proposal.ts';
import { appendEvent } from '#store/events.ts';
import { changeEndedResult } from '#store/jobs.ts';
import { listScenes } from '#store/scenes.ts';
import type { WorkRow } from '#store/works.ts';
import type { World } from '../world.ts';
import { listStored, openProposals } from './open-proposals.ts';

/**
 * Puts away what was proposed for these scenes, or for all: it was taken, or left. What is still being written stays.
 *
 * @returns what still waits
 */
export async function settleProposals(
  world: Pick<World, 'database'>,
  work: Pick<WorkRow, 'id' | 'workspaceId'>,
  sceneIds: readonly string[] | undefined,
): Promise<Proposal[]> {
  const ids = sceneIds ?? (await listScenes(world.database.kysely, work.id)).map(({ id }) => id);
  for (const { job, stored } of await listStored(world, work)) {
    const { sceneId } = stored.proposal;
    const isAbout = sceneId === null ? ids.length > 0 : ids.includes(sceneId);
    const isAnswered = ids.every((id) => stored.settled.includes(id));
    if (!isAbout || isAnswered || !ENDED.includes(job.status)) continue;
    // One that brought nothing has nothing more to say, whichever scene it is put away for.
    const all =
      stored.scenes.length === 0 ? (await listScenes(world.database.kysely, work.id)).map(({ id }) => id) : [];
    const settled = [...new Set([...stored.settled, ...ids, ...all])];
    await world.database.transaction(async (trx) => {
      await changeEndedResult(trx, job.id, { ...stored, settled });
      const { workspaceId, id: workId } = work;
      await appendEvent(trx, { workspaceId, workId, type: 'job', data: { jobId: job.id, status: job.status } });
    });
  }
  return openProposals(world, work);
}

const ENDED: readonly string[] = ['done', 'failed', 'cancelled', 'uncertain'];
