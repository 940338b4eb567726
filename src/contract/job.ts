import { z } from 'zod';
import { idSchema } from './ids.ts';

export const JobStatus = z.enum(['queued', 'running', 'done', 'failed', 'cancelled', 'uncertain']);
export type JobStatus = z.infer<typeof JobStatus>;

/** Which jobs a list holds: those in one state, or `active`: whatever has not ended. */
export const WantedJobs = z.enum([...JobStatus.options, 'active']);
export type WantedJobs = z.infer<typeof WantedJobs>;

export const JobKind = z.enum([
  'analyze',
  'scenario',
  'image',
  'video',
  'export',
  'scene',
  'describe',
  'derive',
  'style',
  'film',
]);
export type JobKind = z.infer<typeof JobKind>;

/** What may be said of a job of which nobody knows whether the vendor took it. */
export const ResolveAction = z.enum(['failed', 'retry', 'look']);
export type ResolveAction = z.infer<typeof ResolveAction>;

/** A unit of the queue, as a client sees it. */
export const Job = z.object({
  id: idSchema('job'),
  kind: JobKind,
  workId: idSchema('work').nullable(),
  /** Where it belongs, for a list of jobs; absent where there is none. */
  projectId: idSchema('project').optional(),
  projectName: z.string().optional(),
  workName: z.string().optional(),
  sceneIndex: z.int().nonnegative().optional(),
  provider: z.string().optional(),
  model: z.string().optional(),
  /** The jobs it stands for, some of which may not be there yet. */
  parts: z.array(idSchema('job')).optional(),
  status: JobStatus,
  /** 0 to 1. */
  progress: z.number().min(0).max(1),
  stage: z.string(),
  etaMs: z.int().optional(),
  result: z.unknown().optional(),
  error: z.object({ code: z.string(), error: z.string(), details: z.unknown().optional() }).optional(),
  costMicroUsd: z.int().optional(),
  createdAt: z.int(),
  updatedAt: z.int(),
});
export type Job = z.infer<typeof Job>;
