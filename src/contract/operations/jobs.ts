import { z } from 'zod';
import { idSchema } from '../ids.ts';
import { Job, ResolveAction, WantedJobs } from '../job.ts';
import { operation } from '../operation.ts';
import { json, modelHeaders, page } from './parts.ts';

const inJob = z.object({ jobId: idSchema('job') });

/** What runs, and what became of it. */
export const jobsOperations = {
  listJobs: operation({
    method: 'GET',
    path: '/jobs',
    access: 'works:read',
    summary: 'List jobs, newest first.',
    query: page.extend({ workId: idSchema('work').optional(), status: WantedJobs.optional() }),
    answer: json(z.array(Job)),
  }),
  getJob: operation({
    method: 'GET',
    path: '/jobs/{jobId}',
    access: 'works:read',
    summary: 'Get a job: its state, progress, result or error.',
    params: inJob,
    answer: json(Job),
  }),
  cancelJob: operation({
    method: 'POST',
    path: '/jobs/{jobId}/cancel',
    access: 'works:write',
    summary: 'Cancel a job; the scene goes back to the best it has. One that has ended stays as it is.',
    params: inJob,
    answer: json(Job),
    idempotent: true,
  }),
  retryJob: operation({
    method: 'POST',
    path: '/jobs/{jobId}/retry',
    access: 'ai:generate',
    summary: 'Do a job that failed or was cancelled once more, as a new job; send its keys again.',
    params: inJob,
    headers: modelHeaders,
    answer: json(Job, 202),
    idempotent: true,
    problems: ['conflict', 'unknown_provider', 'provider_key_missing', 'budget_exceeded', 'price_unknown'],
  }),
  resolveJob: operation({
    method: 'POST',
    path: '/jobs/{jobId}/resolve',
    access: 'ai:generate',
    summary:
      'Say what became of an uncertain job: failed, failed and to be retried (answers the new job), or look again.',
    params: inJob,
    headers: modelHeaders,
    body: z.strictObject({ action: ResolveAction }),
    answer: json(Job),
    idempotent: true,
    problems: [
      'conflict',
      'person_needed',
      'unknown_provider',
      'provider_key_missing',
      'budget_exceeded',
      'price_unknown',
    ],
  }),
} as const;
