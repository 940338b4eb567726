import { Problem } from '#contract/problems.ts';
import type { Actor } from '#studio/actor.ts';
import { findAsset } from '#studio/assets/find-asset.ts';
import { findExport } from '#studio/exports/find-export.ts';
import { findJob } from '#studio/jobs/find-job.ts';
import { findProject } from '#studio/projects/find-project.ts';
import { findScene } from '#studio/scenes/find-scene.ts';
import { findTake } from '#studio/scenes/find-take.ts';
import { findListedProvider } from '#studio/settings/find-listed-provider.ts';
import { findTemplate } from '#studio/templates/find-template.ts';
import { findTrashed } from '#studio/trash/find-trashed.ts';
import { findOwnMedia } from '#studio/without-work/find-own-media.ts';
import { findWork } from '#studio/works/find-work.ts';
import type { World } from '#studio/world.ts';

/** What a path may name. An operation with another parameter says here how it is looked up. */
interface Place {
  readonly projectId: string;
  readonly workId: string;
  readonly sceneIndex: number;
  readonly takeId: string;
  readonly exportId: string;
  readonly assetId: string;
  readonly templateId: string;
  readonly jobId: string;
  readonly mediaId: string;
  readonly provider: string;
  readonly trashId: string;
}

type Look = (world: World, actor: Actor, place: Place) => Promise<unknown>;

/** How each is looked up; outer things before inner ones, so that what is inside somebody else's is as absent as that. */
const finders: Readonly<Record<keyof Place, Look>> = {
  projectId: (world, actor, { projectId }) => findProject(world, actor, projectId),
  workId: findWork,
  sceneIndex: (world, _, { workId, sceneIndex }) => findScene(world, workId, sceneIndex),
  takeId: (world, _, place) => findTake(world, place),
  exportId: findExport,
  assetId: findAsset,
  templateId: findTemplate,
  jobId: (world, actor, { jobId }) => findJob(world, actor, jobId),
  provider: async (world, _, { provider }) => findListedProvider(world, provider),
  trashId: (world, actor, { trashId }) => findTrashed(world, actor, trashId),
  mediaId: (world, actor, { mediaId }) => findOwnMedia(world, actor, `/api/media/${mediaId}`),
};

/** Parameters that only their verb looks up; there is nothing else in those requests that could be refused first. */
const LEFT_TO_THE_VERB: readonly string[] = ['tokenId', 'sessionId', 'fontId'];

/** Whether somebody looks up what a parameter names; a test asks it for every operation. */
export const isLookedUp = (parameter: string): boolean => parameter in finders || LEFT_TO_THE_VERB.includes(parameter);

/** What the inner lookup finds out anyway. */
const COVERS: Readonly<Partial<Record<keyof Place, keyof Place>>> = { projectId: 'workId', sceneIndex: 'takeId' };

/**
 * Makes sure that everything a path names is there and the actor's: a body for a thing that is not is never looked at.
 *
 * @throws Problem `not_found`
 */
export async function locate(world: World, actor: Actor, params: Readonly<Record<string, unknown>>): Promise<void> {
  for (const [name, look] of Object.entries(finders) as [keyof Place, Look][]) {
    const inner = COVERS[name];
    if (params[name] === undefined || (inner !== undefined && params[inner] !== undefined)) continue;
    await look(world, actor, params as unknown as Place);
  }
}

/** A path whose parameters are no ids leads to nothing. */
export const nothingThere = (): Problem => new Problem('not_found', { what: 'such thing' });
