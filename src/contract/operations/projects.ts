import { z } from 'zod';
import { operation } from '../operation.ts';
import { Project, ProjectFields, ProjectSummary } from '../project.ts';
import { inProject, json } from './parts.ts';

/** Projects. */
export const projectsOperations = {
  listProjects: operation({
    method: 'GET',
    path: '/projects',
    access: 'projects:read',
    summary: 'List the projects.',
    answer: json(z.array(ProjectSummary)),
  }),
  createProject: operation({
    method: 'POST',
    path: '/projects',
    access: 'projects:write',
    summary: 'Create a project; its type fills what is left out.',
    body: ProjectFields,
    answer: json(Project, 201),
  }),
  getProject: operation({
    method: 'GET',
    path: '/projects/{projectId}',
    access: 'projects:read',
    summary: 'Get a project.',
    params: inProject,
    answer: json(Project),
  }),
} as const;
