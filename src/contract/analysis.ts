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

/** The same from a client, who is told of every key that means nothing here. */
export const GivenAnalysis = AnalysisResult.extend({ scenes: z.array(AnalysedScene.strict()).max(1000) }).strict();
