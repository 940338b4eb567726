import type { Proposal } from '#contract/proposal.ts';
import type { ScenarioScene } from '#contract/scene.ts';
import { listJobs, type JobRow } from '#store/jobs.ts';
import { listScenes } from '#store/scenes.ts';
import type { WorkRow } from '#store/works.ts';
import type { World } from '../world.ts';
import { StoredProposal } from './stored-proposal.ts';

const MOST = 200; // jobs that are looked at; who has asked more often than that answers the newest first

/**
 * What is being written anew of a work, and what waits to be taken or left, the newest first.
 *
 * Of a scene only the newest version waits, and only while the scene is there.
 */
export async function openProposals(
  world: Pick<World, 'database'>,
  work: Pick<WorkRow, 'id' | 'workspaceId'>,
): Promise<Proposal[]> {
  const db = world.database.kysely;
  const places = new Map((await listScenes(db, work.id)).map(({ id, position }) => [id, position]));
  const proposals: Proposal[] = [];
  const told = new Set<string>();
  const newer = new Set<string | null>();
  for (const { job, stored } of await listStored(world, work)) {
    const { sceneId } = stored.proposal;
    const isOpen = (id: string): boolean => places.has(id) && !stored.settled.includes(id);
    if (job.status === 'cancelled' || (sceneId !== null && !isOpen(sceneId))) continue;
    if (sceneId === null && stored.settled.length > 0 && ![...places.keys()].some(isOpen)) continue;
    const scenes = stored.scenes.filter(({ id = '' }) => isOpen(id) && !told.has(id));
    const isAskedAgain = newer.has(sceneId);
    newer.add(sceneId);
    if (job.status === 'failed' && isAskedAgain) continue;
    if (job.status === 'done' && scenes.length === 0) continue;
    for (const { id = '' } of scenes) told.add(id);
    proposals.push(proposalOf(job, stored, inPlace(scenes, places)));
  }
  return proposals;
}

/** The jobs of proposals of a work, the newest first. */
export async function listStored(
  world: Pick<World, 'database'>,
  { id: workId, workspaceId }: Pick<WorkRow, 'id' | 'workspaceId'>,
): Promise<readonly { readonly job: JobRow; readonly stored: StoredProposal }[]> {
  const jobs = await listJobs(world.database.kysely, { workspaceId, workId, kind: 'scenario', limit: MOST });
  return jobs.flatMap((job) => {
    const stored = StoredProposal.safeParse(job.result);
    return stored.success ? [{ job, stored: stored.data }] : [];
  });
}

/** With the places they have by now. */
function inPlace(scenes: readonly ScenarioScene[], places: ReadonlyMap<string, number>): ScenarioScene[] {
  return scenes
    .map((scene) => ({ ...scene, scene_index: places.get(scene.id ?? '') ?? scene.scene_index }))
    .toSorted((a, b) => a.scene_index - b.scene_index);
}

function proposalOf(job: JobRow, stored: StoredProposal, scenes: ScenarioScene[]): Proposal {
  const { error, costMicroUsd } = job;
  return {
    jobId: job.id,
    status: job.status,
    stage: job.stage,
    ...stored.proposal,
    scenes,
    notes: stored.notes ?? [],
    ...(error === null ? {} : { error: { code: error.code, error: error.message, details: error.facts } }),
    ...(costMicroUsd === null ? {} : { costMicroUsd }),
    createdAt: job.createdAt,
  };
}
