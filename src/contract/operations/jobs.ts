import { z } from 'zod';
import { idSchema } from '../ids.ts';
import { Job, JobStatus } from '../job.ts';
import { operation } from '../operation.ts';
import { json } from './parts.ts';

/** What runs, and what became of it. */
export const jobsOperations = {
  listJobs: operation({
    method: 'GET',
    path: '/jobs',
    access: 'works:read',
    summary: 'List jobs, newest first.',
    query: z.strictObject({ workId: idSchema('work').optional(), status: JobStatus.optional() }),
    answer: json(z.array(Job)),
  }),
  getJob: operation({
    method: 'GET',
    path: '/jobs/{jobId}',
    access: 'works:read',
    summary: 'Get a job: its state, progress, result or error.',
    params: z.object({ jobId: idSchema('job') }),
    answer: json(Job),
  }),
  cancelJob: operation({
    method: 'POST',
    path: '/jobs/{jobId}/cancel',
    access: 'works:write',
    summary: 'Cancel a job; the scene goes back to the best it has.',
    params: z.object({ jobId: idSchema('job') }),
    answer: json(Job),
  }),
} as const;
