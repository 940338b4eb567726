import { z } from 'zod';
import { AnalysisResult } from './analysis.ts';
import { EditorState } from './editor-state.ts';
import { idSchema } from './ids.ts';
import { GeneratedScene, ScenarioScene } from './scene.ts';
import { StyleGuide } from './style-guide.ts';

export const WorkMode = z.enum(['style_transfer', 'content_remix']);
export type WorkMode = z.infer<typeof WorkMode>;

export const AssetUsageMode = z.enum(['reference', 'direct']);
export type AssetUsageMode = z.infer<typeof AssetUsageMode>;

const Side = z.int().min(64).max(7680).multipleOf(2, 'expected an even number');

/** Output size in pixels; even on both sides, because H.264 4:2:0 needs it. */
export const Resolution = z.strictObject({
  width: Side,
  height: Side,
});
export type Resolution = z.infer<typeof Resolution>;

/** The brief of a work: what a client may say when creating it. */
export const WorkFields = z.strictObject({
  name: z.string().min(1).max(200).optional(),
  mode: WorkMode.optional(),
  productName: z.string().max(500).optional(),
  productDescription: z.string().max(20_000).optional(),
  targetAudience: z.string().max(2000).optional(),
  language: z
    .string()
    .regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, 'expected a language code like en or pt-BR')
    .optional(),
  /** Seconds. */
  videoDuration: z.number().min(1).max(600).optional(),
  sceneCount: z.int().min(1).max(60).optional(),
  selectedAssetIds: z.array(idSchema('asset')).max(60).optional(),
  assetUsageMode: AssetUsageMode.optional(),
  resolution: Resolution.optional(),
  styleGuide: StyleGuide.optional(),
});
export type WorkFields = z.infer<typeof WorkFields>;

/** The whole work; every documented key is there, `null` where unset. */
export const Work = z.object({
  id: idSchema('work'),
  projectId: idSchema('project'),
  name: z.string(),
  mode: WorkMode.nullable(),
  productName: z.string().nullable(),
  productDescription: z.string().nullable(),
  targetAudience: z.string().nullable(),
  language: z.string().nullable(),
  videoDuration: z.number().nullable(),
  sceneCount: z.int().nullable(),
  selectedAssetIds: z.array(z.string()),
  assetUsageMode: AssetUsageMode.nullable(),
  resolution: Resolution,
  styleGuide: StyleGuide.nullable(),
  currentStep: z.int(),
  hasReferenceVideo: z.boolean(),
  systemPrompt: z.string(),
  analyzerPrompt: z.string(),
  imageSystemPrompt: z.string(),
  videoSystemPrompt: z.string(),
  analysis: AnalysisResult.nullable(),
  scenes: z.array(ScenarioScene),
  generatedScenes: z.array(GeneratedScene),
  editorState: EditorState.nullable(),
  createdAt: z.int(),
  updatedAt: z.int(),
});
export type Work = z.infer<typeof Work>;

export const WorkSummary = Work.pick({
  id: true,
  projectId: true,
  name: true,
  updatedAt: true,
  mode: true,
  currentStep: true,
});
export type WorkSummary = z.infer<typeof WorkSummary>;
