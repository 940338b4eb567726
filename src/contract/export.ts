import { z } from 'zod';
import { Colour } from './colour.ts';
import { EditorChanges } from './editor-state.ts';
import { idSchema } from './ids.ts';

/** How the file is encoded. `draft` is quick, `high` is for keeping. */
export const ExportQuality = z.enum(['draft', 'standard', 'high']);
export type ExportQuality = z.infer<typeof ExportQuality>;

/** How a clip of another shape fills the frame. `crop`: cut about its middle; `blur`: whole, over itself blurred and darkened. */
export const Framing = z.enum(['crop', 'blur']);
export type Framing = z.infer<typeof Framing>;

/** What becomes of the texts that are captions. `burned`: part of the picture; `file`: only in the files beside it. */
export const Captions = z.enum(['off', 'burned', 'file']);
export type Captions = z.infer<typeof Captions>;

/** What an export does, in its order. */
export const ExportStage = z.enum(['check', 'texts', 'picture', 'sound', 'join']);
export type ExportStage = z.infer<typeof ExportStage>;

/** A stretch of the film that is encoded and kept as one. `reused` came from an earlier export. */
export const ExportPiece = z.object({ frames: z.int(), state: z.enum(['reused', 'done', 'running', 'waiting']) });
export type ExportPiece = z.infer<typeof ExportPiece>;

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
  width: z.int(),
  height: z.int(),
  fps: z.number(),
  quality: ExportQuality,
  framing: Framing,
  captions: Captions,
  /** Exports that are rendered before it; null unless it waits for them. */
  ahead: z.int().nullable(),
  /** It waits until it is resumed, or asked for again. */
  isPaused: z.boolean().optional(),
  startedAt: z.int().nullable(),
  finishedAt: z.int().nullable(),
  /** What is being done; of one that failed, where it did. */
  stage: ExportStage.nullable(),
  /** What it has done, and how long that took. */
  stages: z.array(z.object({ stage: ExportStage, elapsedMs: z.int() })),
  /** Until it is done; null where that is not known. */
  etaMs: z.int().nullable(),
  /** Null until they are known; `pieces` in order of the film, while it runs. */
  segments: z
    .object({ total: z.int(), reused: z.int(), done: z.int(), pieces: z.array(ExportPiece).optional() })
    .nullable(),
  /** How often the work was changed since; null where it was made of an edit that was not saved. */
  editsSince: z.int().nullable(),
  /** Its words as SubRip, `.vtt` beside it as WebVTT; null where it has none. */
  captionsUrl: z.string().nullable(),
  posterUrl: z.string().nullable(),
  bundleUrl: z.string().nullable(),
});
export type Export = z.infer<typeof Export>;

const seconds = z.number().min(0).max(36_000);
const pixels = z.number().min(-100_000).max(100_000);
const span = { position: seconds, end: seconds };
const side = z.int().min(16).max(7680).multipleOf(2, 'expected an even number');

/** What an export of a work is asked for beside its edit; all of it may be left out. */
export const ExportWishes = z.strictObject({
  quality: ExportQuality.nullish(),
  /** Another size or rate than the edit's: words and pictures over the film are scaled by the shorter side and stay inside. */
  frame: z.strictObject({ width: side, height: side, fps: z.number().min(1).max(240).nullish() }).nullish(),
  framing: Framing.nullish(),
  /** `burned` unless you say, as the editor shows them. */
  captions: Captions.nullish(),
  /** Which frame of the film is its poster, counted as the edit counts; the first where nothing is said. */
  posterFrame: z.int().min(0).max(10_000_000).nullish(),
  /** What is to be otherwise than in the saved edit; it is not saved. */
  editorState: EditorChanges.nullish(),
});
export type ExportWishes = z.infer<typeof ExportWishes>;

const range = z.object({ least: z.number(), most: z.number() });

/** What an export would take, from what is rendered already and from how fast this machine was before. */
export const ExportEstimate = z.object({
  width: z.int(),
  height: z.int(),
  fps: z.number(),
  framesTotal: z.int(),
  durationS: z.number(),
  /** Null where a clip or picture of it is missing. */
  segments: z.object({ total: z.int(), reused: z.int(), framesMissing: z.int() }).nullable(),
  /** Of the file; null where nothing like it was exported here before. */
  sizeBytes: range.nullable(),
  /** Seconds of rendering, without what waits before it; null where nothing like it was exported here before. */
  renderS: range.nullable(),
  /** On the disk, and what the export needs of it. */
  freeBytes: z.int(),
  neededBytes: z.int(),
  /** What would be told of it, or stand in its way, one sentence each. */
  notes: z.array(z.string()),
});
export type ExportEstimate = z.infer<typeof ExportEstimate>;

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
