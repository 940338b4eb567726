import type { worksOperations } from '#contract/operations/works.ts';
import { createWork } from '#studio/create-work.ts';
import { findWork } from '#studio/find-work.ts';
import { listWorks } from '#studio/list-works.ts';
import { workOf } from '#studio/work-of.ts';
import type { Handlers } from './handler.ts';

/** Works. */
export const worksHandlers: Handlers<typeof worksOperations> = {
  listWorks: (world, actor, { projectId }) => listWorks(world, actor, projectId),
  createWork: (world, actor, { projectId, ...fields }) => createWork(world, actor, projectId, fields),
  getWork: async (world, actor, input) => workOf(world, await findWork(world, actor, input)),
};
