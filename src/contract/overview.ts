import { z } from 'zod';
import { idSchema } from './ids.ts';
import { JobKind } from './job.ts';
import { ProjectSummary } from './project.ts';
import { Work } from './work.ts';

/**
 * What of a work waits for its user: pictures nobody approved yet, jobs of which nobody knows whether the vendor took them,
 * what failed, an analysis that no script was written from.
 */
export const Need = z.object({
  what: z.enum(['uncertain', 'review', 'failed', 'analysis']),
  /** How many scenes. */
  count: z.int(),
  /** The first of them; null where it is about the whole work. */
  sceneIndex: z.int().nullable(),
  /** What failed, where it is about the whole work. */
  kind: JobKind.optional(),
  /** Why it failed, as the scene or the job says it. */
  code: z.string().optional(),
  error: z.string().optional(),
});
export type Need = z.infer<typeof Need>;

/** What is being made of a work; of many things at once the one that all of them are for. */
export const Running = z.object({
  kind: JobKind,
  jobId: idSchema('job').optional(),
  /** How many jobs there are of the work. */
  count: z.int(),
  /** Of scenes: how many are there, and how many there will be. */
  done: z.int().optional(),
  total: z.int().optional(),
  /** 0 to 1. */
  progress: z.number(),
  stage: z.string(),
  etaMs: z.int().optional(),
});
export type Running = z.infer<typeof Running>;

/** The last film that was exported of a work, and how many there are. */
export const LastFilm = z.object({
  exportId: idSchema('export'),
  url: z.string(),
  durationS: z.number(),
  count: z.int(),
});
export type LastFilm = z.infer<typeof LastFilm>;

/** A work at a glance. */
export const WorkOverview = Work.pick({
  id: true,
  projectId: true,
  name: true,
  mode: true,
  currentStep: true,
  resolution: true,
  hasReferenceVideo: true,
  updatedAt: true,
}).extend({
  hasBrief: z.boolean(),
  hasAnalysis: z.boolean(),
  /** Of its scenes, or as it was asked for; null where nobody said. */
  durationS: z.number().nullable(),
  counts: z.object({ scenes: z.int(), images: z.int(), approved: z.int(), videos: z.int() }),
  /** Small pictures of its first scenes, four at most. */
  frames: z.array(z.string()),
  /** What comes first is the most urgent. */
  needs: z.array(Need),
  running: Running.nullable(),
  film: LastFilm.nullable(),
});
export type WorkOverview = z.infer<typeof WorkOverview>;

const ofWork = { workId: idSchema('work'), workName: z.string() };

/** A project at a glance. */
export const ProjectOverview = ProjectSummary.pick({ id: true, name: true, projectType: true }).extend({
  /** Of the project or the last changed of its works. */
  updatedAt: z.int(),
  works: z.int(),
  /** Seconds of film: of each work what was exported last. */
  finishedS: z.number(),
  spentMicroUsd: z.int(),
  /** The work that changed last; the frames are of the last one that shows anything. */
  latest: WorkOverview.pick({ id: true, name: true, currentStep: true, counts: true, frames: true }).nullable(),
  needs: z.array(Need.extend(ofWork)),
  /** What runs in its works, the furthest first. */
  running: z.array(Running.extend(ofWork)),
  /** The last film of the work that changed last, among those that have one. */
  film: LastFilm.extend(ofWork).nullable(),
});
export type ProjectOverview = z.infer<typeof ProjectOverview>;
