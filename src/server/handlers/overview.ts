import type { overviewOperations } from '#contract/operations/overview.ts';
import { listProjectOverviews } from '#studio/overview/list-project-overviews.ts';
import { listWorkOverviews } from '#studio/overview/list-work-overviews.ts';
import type { Handlers } from './handler.ts';

/** What waits, what runs and what is finished, at a glance. */
export const overviewHandlers: Handlers<typeof overviewOperations> = {
  listProjectOverviews: (world, actor) => listProjectOverviews(world, actor),
  listWorkOverviews: (world, actor, { projectId }) => listWorkOverviews(world, actor, projectId),
};
