import { z } from 'zod';
import { operation } from '../operation.ts';
import { Work, WorkFields, WorkSummary } from '../work.ts';
import { inProject, inWork, json } from './parts.ts';

/** Works. */
export const worksOperations = {
  listWorks: operation({
    method: 'GET',
    path: '/projects/{projectId}/works',
    access: 'works:read',
    summary: 'List the works of a project.',
    params: inProject,
    answer: json(z.array(WorkSummary)),
  }),
  createWork: operation({
    method: 'POST',
    path: '/projects/{projectId}/works',
    access: 'works:write',
    summary: 'Create a work from a brief.',
    params: inProject,
    body: WorkFields,
    answer: json(Work, 201),
  }),
  getWork: operation({
    method: 'GET',
    path: '/projects/{projectId}/works/{workId}',
    access: 'works:read',
    summary: 'Get a whole work: scenes, what they show, the edit.',
    params: inWork,
    answer: json(Work),
  }),
} as const;
