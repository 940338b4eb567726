import { z } from 'zod';
import { Tempo } from './style-guide.ts';

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
}).strict();
