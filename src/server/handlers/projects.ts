import type { projectsOperations } from '#contract/operations/projects.ts';
import { createProject } from '#studio/create-project.ts';
import { findProject } from '#studio/find-project.ts';
import { listProjects } from '#studio/list-projects.ts';
import { projectOf } from '#studio/project-of.ts';
import type { Handlers } from './handler.ts';

/** Projects. */
export const projectsHandlers: Handlers<typeof projectsOperations> = {
  listProjects: (world, actor) => listProjects(world, actor),
  createProject: (world, actor, fields) => createProject(world, actor, fields),
  getProject: async (world, actor, { projectId }) => projectOf(await findProject(world, actor, projectId)),
};
