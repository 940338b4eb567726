import { z } from 'zod';
import { operation } from '../operation.ts';
import { Project, ProjectChanges, ProjectFields, ProjectSummary } from '../project.ts';
import { FoundStyle } from '../style-guide.ts';
import { inProject, inWork, json, page } from './parts.ts';

/** What works have in common. */
export const projectsOperations = {
  listProjects: operation({
    method: 'GET',
    path: '/projects',
    access: 'projects:read',
    summary: 'List the projects, the last changed first.',
    query: page,
    answer: json(z.array(ProjectSummary)),
  }),
  createProject: operation({
    method: 'POST',
    path: '/projects',
    access: 'projects:write',
    summary: 'Create a project; its type fills what is left out.',
    body: ProjectFields,
    answer: json(Project, 201),
    versioned: true,
  }),
  getProject: operation({
    method: 'GET',
    path: '/projects/{projectId}',
    access: 'projects:read',
    summary: 'Get a project.',
    params: inProject,
    answer: json(Project),
    versioned: true,
    findsItself: true,
  }),
  updateProject: operation({
    method: 'PUT',
    path: '/projects/{projectId}',
    access: 'projects:write',
    summary: 'Change a project; what is left out stays.',
    params: inProject,
    body: ProjectChanges,
    answer: json(Project),
    versioned: true,
    problems: ['stale'],
  }),
  saveStyleGuide: operation({
    method: 'POST',
    path: '/projects/{projectId}/works/{workId}/style-guide',
    access: 'projects:write',
    summary: 'Save the look that was found in the reference video of a work as the style guide of its project.',
    params: inWork,
    body: z.strictObject({
      /** All of it, unless said. */
      only: z.array(FoundStyle).min(1).max(FoundStyle.options.length).optional(),
    }),
    answer: json(Project),
    problems: ['work_has_no_analysis', 'stale'],
  }),
  deleteProject: operation({
    method: 'DELETE',
    path: '/projects/{projectId}',
    access: 'projects:write',
    summary: 'Delete a project for good, with its works, templates, assets and their media.',
    params: inProject,
    answer: { kind: 'none' },
    versioned: true,
    problems: ['stale'],
  }),
} as const;
