import { z } from 'zod';
import { Colour } from './colour.ts';
import { idSchema } from './ids.ts';

/** A rendered file of a timeline, kept and downloadable again. */
export const Export = z.object({
  id: idSchema('export'),
  workId: idSchema('work'),
  jobId: idSchema('job').nullable(),
  status: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  framesDone: z.int(),
  framesTotal: z.int(),
  sizeBytes: z.int().nullable(),
  durationS: z.number().nullable(),
  /** Things worth knowing about the file, such as a clip that was shorter than its place. */
  notes: z.array(z.string()),
  /** Why it failed, in a sentence. */
  error: z.string().optional(),
  url: z.string().nullable(),
  createdAt: z.int(),
});
export type Export = z.infer<typeof Export>;

/** How the file is encoded. `draft` is quick, `high` is for keeping. */
export const ExportQuality = z.enum(['draft', 'standard', 'high']);
export type ExportQuality = z.infer<typeof ExportQuality>;

const seconds = z.number().min(0).max(36_000);
const pixels = z.number().min(-100_000).max(100_000);
const span = { position: seconds, end: seconds };
const side = z.int().min(16).max(7680).multipleOf(2, 'expected an even number');

/**
 * A film asked for in one call, from the scenes of a work. Times are nominal seconds, as if no transition overlapped;
 * `end` is exclusive; null is as good as nothing. The film lasts at most two hours, under at most 500 texts and pictures, 50 of them at the same moment.
 */
export const ExportRequest = z.strictObject({
  projectId: idSchema('project'),
  workId: idSchema('work'),
  clips: z
    .array(
      z.strictObject({
        sceneIndex: z.int().min(0).max(999),
        ...span,
        /** In-point in the source. */
        cutFrom: seconds.nullish(),
        /** The join with the next clip. */
        transition: z.string().max(40).nullish(),
        transitionDuration: seconds.max(60).nullish(),
      }),
    )
    .min(1, 'expected at least one clip')
    .max(400),
  texts: z
    .array(
      z.strictObject({
        text: z.string().max(2000),
        ...span,
        /** Pixels of the output. */
        fontSize: z.number().min(1).max(2000).nullish(),
        fontColor: Colour.nullish(),
        /** The centre, from the middle of the frame; wins over x and y. */
        centerX: pixels.nullish(),
        centerY: pixels.nullish(),
        /** Top left of the box before it is turned, from the top left of the frame. */
        x: pixels.nullish(),
        y: pixels.nullish(),
        /** Degrees, clockwise. */
        rotation: z.number().min(-3600).max(3600).nullish(),
        opacity: z.number().min(0).max(1).nullish(),
      }),
    )
    .max(500)
    .nullish(),
  images: z
    .array(
      z.strictObject({
        assetId: idSchema('asset'),
        ...span,
        width: z.number().positive().max(7680),
        height: z.number().positive().max(7680),
        x: pixels.nullish(),
        y: pixels.nullish(),
        centerX: pixels.nullish(),
        centerY: pixels.nullish(),
        opacity: z.number().min(0).max(1).nullish(),
        rotation: z.number().min(-3600).max(3600).nullish(),
        /** False (the default here): the box is filled, as its sides say. */
        maintainAspectRatio: z.boolean().nullish(),
      }),
    )
    .max(200)
    .nullish(),
  audio: z
    .strictObject({
      volume: z.number().min(0).max(4).nullish(),
      /** An address of ours: the work's own sound (which it is when nothing is said), or a sound of its project; null: none. */
      audioUrl: z.string().max(2000).nullish(),
    })
    .nullish(),
  options: z.strictObject({
    width: side,
    height: side,
    fps: z.number().min(1).max(240),
    quality: ExportQuality.nullish(),
  }),
});
export type ExportRequest = z.infer<typeof ExportRequest>;
