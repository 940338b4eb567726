import { z } from 'zod';
import { HexColour, Tempo } from './style-guide.ts';

/** A colour, and how much of the picture it fills, 0 to 1. */
const ColourShare = z.strictObject({ color: HexColour, share: z.number().min(0).max(1) });

const MeasuredShot = z.strictObject({
  start_seconds: z.number().min(0),
  duration_seconds: z.number().min(0),
  /** To the next shot. */
  transition: z.string().max(200),
  camera_movement: z.string().max(500),
  /** How sure that is, 0 to 1. */
  camera_confidence: z.number().min(0).max(1),
  /** Mean change of the picture a second, 0 to 1, whatever its cause. */
  motion: z.number().min(0),
  /** 0 is black, 1 is white. */
  brightness: z.number().min(0).max(1),
  /** The most frequent first. */
  color_palette: z.array(ColourShare).max(16),
  /** Whether something in it looks like lettering: a weak sign. */
  has_text: z.boolean(),
});

/** What was measured of a video, whoever described it. */
export const MeasuredVideo = z.strictObject({
  duration_seconds: z.number().min(0),
  /** How its colours feel, in single words. */
  tone: z.array(z.string().max(100)).max(10),
  tempo: Tempo,
  /** The most frequent first. */
  color_palette: z.array(ColourShare).max(16),
  /** null where it has no sound; loudness is null for silence, beats where none stands out. */
  sound: z.strictObject({ loudness_lufs: z.number().nullable(), beats_per_minute: z.number().nullable() }).nullable(),
  shots: z.array(MeasuredShot).max(1000),
  /** How long measuring took. */
  took_seconds: z.number().min(0),
});
export type MeasuredVideo = z.infer<typeof MeasuredVideo>;

/** Who said what was not measured, and what it cost; null where that is not known. */
const SaidBy = z.strictObject({
  provider: z.string().max(100),
  model: z.string().max(200),
  cost_micro_usd: z.int().nullable(),
  /** Unix milliseconds. */
  at: z.int(),
});

const AnalysedScene = z.object({
  index: z.int().min(1),
  duration_seconds: z.number().min(0),
  description: z.string(),
  transition: z.string(),
  text_overlay: z.string().optional(),
  camera_movement: z.string(),
});

/** What was found in a reference video. `index` is 1-based, as documented. */
export const AnalysisResult = z.object({
  scene_count: z.int().min(0),
  overall_tone: z.string(),
  color_palette: z.array(z.string()),
  tempo: Tempo,
  has_text_overlay: z.boolean(),
  scenes: z.array(AnalysedScene),
  /** Left out where nothing was measured. */
  measured: MeasuredVideo.optional(),
  /** Left out where nobody is on record. */
  said_by: SaidBy.optional(),
});
export type AnalysisResult = z.infer<typeof AnalysisResult>;

const GivenAnalysedScene = AnalysedScene.extend({
  description: z.string().max(8000),
  transition: z.string().max(200),
  text_overlay: z.string().max(2000).nullish(),
  camera_movement: z.string().max(500),
})
  .strict()
  .transform(({ text_overlay, ...scene }) => ({ ...scene, ...(text_overlay ? { text_overlay } : {}) }));

/** The same from a client, who is told of every key that means nothing here. */
export const GivenAnalysis = AnalysisResult.extend({
  overall_tone: z.string().max(2000),
  color_palette: z.array(z.string().max(100)).max(100),
  scenes: z.array(GivenAnalysedScene).max(1000),
  measured: MeasuredVideo.nullish(),
  said_by: SaidBy.nullish(),
})
  .strict()
  .transform(({ measured, said_by, ...analysis }): AnalysisResult => ({
    ...analysis,
    ...(measured ? { measured } : {}),
    ...(said_by ? { said_by } : {}),
  }));
