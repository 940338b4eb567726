import type { projectsOperations } from '#contract/operations/projects.ts';
import { createProject } from '#studio/projects/create-project.ts';
import { deleteProject } from '#studio/projects/delete-project.ts';
import { findProject } from '#studio/projects/find-project.ts';
import { listProjects } from '#studio/projects/list-projects.ts';
import { projectOf } from '#studio/projects/project-of.ts';
import { saveStyleGuide } from '#studio/projects/save-style-guide.ts';
import { updateProject } from '#studio/projects/update-project.ts';
import { FIRST_REVISION } from './first-revision.ts';
import type { Handlers } from './handler.ts';

/** What works have in common. */
export const projectsHandlers: Handlers<typeof projectsOperations> = {
  listProjects: async (world, actor, page, call) => {
    const { items, nextCursor } = await listProjects(world, actor, page);
    call.nextCursor(nextCursor);
    return items;
  },
  createProject: async (world, actor, fields, call) => {
    const project = await createProject(world, actor, fields);
    call.revision(FIRST_REVISION);
    return project;
  },
  getProject: async (world, actor, { projectId }, call) => {
    const row = await findProject(world, actor, projectId);
    call.revision(row.revision);
    return projectOf(row);
  },
  updateProject: async (world, actor, { projectId, ...changes }, call) => {
    const { project, revision } = await updateProject(world, actor, projectId, changes, call);
    call.revision(revision);
    return project;
  },
  saveStyleGuide: async (world, actor, { only, ...place }, call) => {
    const { project, revision } = await saveStyleGuide(world, actor, place, only);
    call.revision(revision);
    return project;
  },
  deleteProject: (world, actor, { projectId }, call) => deleteProject(world, actor, projectId, call),
};
