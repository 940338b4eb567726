import { z } from 'zod';
import { operation } from '../operation.ts';
import { ProjectOverview, WorkOverview } from '../overview.ts';
import { inProject, json } from './parts.ts';

/** What waits, what runs and what is finished, at a glance. */
export const overviewOperations = {
  listProjectOverviews: operation({
    method: 'GET',
    path: '/overview',
    access: 'works:read',
    summary: 'Tell of every project what waits for its user, what runs and what is finished, the last changed first.',
    answer: json(z.array(ProjectOverview)),
  }),
  listWorkOverviews: operation({
    method: 'GET',
    path: '/projects/{projectId}/overview',
    access: 'works:read',
    summary: 'Tell the same of every work of a project.',
    params: inProject,
    answer: json(z.array(WorkOverview)),
  }),
} as const;
