import { z } from 'zod';
import { idSchema } from './ids.ts';
import { JobKind, JobStatus } from './job.ts';
import { GeneratedScene } from './scene.ts';
import { TakeKind } from './take.ts';

/** The work itself was changed, given a file, given its scenes in another order, or deleted. */
const WorkEvent = z.looseObject({
  status: z.enum(['changed', 'deleted', 'done']).optional(),
  /** The ids of its scenes, in their order. */
  scenes: z.array(idSchema('scene')).optional(),
  jobId: idSchema('job').optional(),
  /** Where a deleted one was. */
  projectId: idSchema('project').optional(),
});

/** What a scene shows now; `error` and `code` say what failed last, beside whatever it has. */
const SceneEvent = z.looseObject({
  sceneId: idSchema('scene'),
  ...GeneratedScene.pick({ sceneIndex: true, status: true, error: true, code: true }).shape,
  imageTakeId: idSchema('take').optional(),
  videoTakeId: idSchema('take').optional(),
});

/** There is one more take of a scene. */
const TakeEvent = z.looseObject({ takeId: idSchema('take'), sceneId: idSchema('scene'), kind: TakeKind });

/** A job is somewhere else than it was; `progress` goes from 0 to 1. */
const JobEvent = z.looseObject({
  jobId: idSchema('job'),
  status: JobStatus,
  kind: JobKind.optional(),
  progress: z.number().optional(),
  code: z.string().optional(),
  sceneId: idSchema('scene').optional(),
});

/** The same of an export, which may also be deleted. */
const ExportEvent = z.looseObject({
  exportId: idSchema('export'),
  status: z.enum([...JobStatus.options, 'deleted']),
  jobId: idSchema('job').optional(),
  progress: z.number().optional(),
});

/** What the server pushes of a work, by type; `data` is small and never holds media. */
export const EventNews = z.discriminatedUnion('type', [
  z.object({ type: z.literal('work'), data: WorkEvent }),
  z.object({ type: z.literal('scene'), data: SceneEvent }),
  z.object({ type: z.literal('take'), data: TakeEvent }),
  z.object({ type: z.literal('job'), data: JobEvent }),
  z.object({ type: z.literal('export'), data: ExportEvent }),
]);
export type EventNews = z.infer<typeof EventNews>;

/**
 * An event as it is kept; `seq` rises without repeating. What an older version kept is passed on as it is.
 *
 * `ready` and `reset` are never stored: they tell a reader where the stream begins, and one who was away too long to read
 * the work again.
 */
export const Event = z.object({
  seq: z.int(),
  workId: z.string().nullable(),
  type: z.enum(EventNews.options.map(({ shape }) => shape.type.value)),
  data: z.record(z.string(), z.unknown()),
  at: z.int(),
});
export type Event = z.infer<typeof Event>;
