import { z } from 'zod';
import { idSchema } from './ids.ts';
import { Job } from './job.ts';
import { ScenarioScene } from './scene.ts';

/** What of a script is to be written anew, and how; nothing of it is saved. */
export const ProposalRequest = z.strictObject({
  /** 0-based; left out: every scene. */
  sceneIndex: z.int().min(0).max(999).nullish(),
  /** In the user's own words, such as "shorter, warmer". */
  ask: z.string().trim().max(2000).nullish(),
  /** 1 unless said; another one brings another version. */
  attempt: z.int().min(1).max(1000).nullish(),
});
export type ProposalRequest = z.infer<typeof ProposalRequest>;

/** Scenes as they might be; each keeps its id, its place and its length. */
export const ProposedScenes = z.object({
  scenes: z.array(ScenarioScene),
  /** What of the ask could not be done, in sentences. */
  notes: z.array(z.string()).optional(),
});
export type ProposedScenes = z.infer<typeof ProposedScenes>;

/** A proposal that is being written, or waits for somebody to take or leave it. */
export const Proposal = z.object({
  jobId: idSchema('job'),
  status: Job.shape.status,
  stage: z.string(),
  /** The scene that was to be written anew; null: all of them. */
  sceneId: idSchema('scene').nullable(),
  ask: z.string(),
  attempt: z.int(),
  /** Those that wait for an answer; none while it is being written. */
  scenes: z.array(ScenarioScene),
  notes: z.array(z.string()),
  error: Job.shape.error,
  costMicroUsd: z.int().optional(),
  createdAt: z.int(),
});
export type Proposal = z.infer<typeof Proposal>;
