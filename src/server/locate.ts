import { Problem } from '#contract/problems.ts';
import type { Actor } from '#studio/actor.ts';
import { findJob } from '#studio/find-job.ts';
import { findProject } from '#studio/find-project.ts';
import { findScene } from '#studio/find-scene.ts';
import { findWork } from '#studio/find-work.ts';
import type { World } from '#studio/world.ts';

/** What the parameters of a path are called, wherever there is a thing behind them. */
export interface Located {
  readonly projectId?: string;
  readonly workId?: string;
  readonly sceneIndex?: number;
  readonly jobId?: string;
}

type Look = (world: World, actor: Actor, at: Located) => Promise<unknown>;

/** How each is looked up; outer things before inner ones. */
export const finders: Readonly<Record<string, Look>> = {
  projectId: (world, actor, { projectId = '', workId }) =>
    workId === undefined ? findProject(world, actor, projectId) : findWork(world, actor, { projectId, workId }),
  workId: async () => {}, // with its project
  sceneIndex: (world, _, { workId = '', sceneIndex = -1 }) => findScene(world, workId, sceneIndex),
  jobId: (world, actor, { jobId = '' }) => findJob(world, actor, jobId),
};

/**
 * Makes sure that everything a path names is there and the actor's: a body for a thing that is not is never looked at.
 *
 * @throws Problem `not_found`
 */
export async function locate(world: World, actor: Actor, params: Readonly<Record<string, unknown>>): Promise<void> {
  for (const [name, look] of Object.entries(finders)) {
    if (params[name] !== undefined) await look(world, actor, params as Located);
  }
}

/** A path whose parameters are no ids leads to nothing. */
export const nothingThere = (): Problem => new Problem('not_found', { what: 'such thing' });
