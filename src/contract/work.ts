import { z } from 'zod';
import { AnalysisResult, GivenAnalysis } from './analysis.ts';
import { EditorChanges, EditorState } from './editor-state.ts';
import { idSchema } from './ids.ts';
import { ignored } from './ignored.ts';
import { Language } from './language.ts';
import { GeneratedScene, GivenScene, MAX_SCENES, ScenarioScene } from './scene.ts';
import { GivenStyleGuide, StyleGuide } from './style-guide.ts';

export const WorkMode = z.enum(['style_transfer', 'content_remix']);
export type WorkMode = z.infer<typeof WorkMode>;

export const AssetUsageMode = z.enum(['reference', 'direct']);
export type AssetUsageMode = z.infer<typeof AssetUsageMode>;

const Side = z.int().min(64).max(7680).multipleOf(2, 'expected an even number, as H.264 needs');

/** Output size in pixels; even on both sides, because H.264 4:2:0 needs it. */
export const Resolution = z.strictObject({
  width: Side,
  height: Side,
});
export type Resolution = z.infer<typeof Resolution>;

const prompt = z.string().max(20_000);

/** What a work says about itself, whoever says it; the name aside, each may be unset. */
const brief = {
  mode: WorkMode.nullish(),
  productName: z.string().max(500).nullish(),
  productDescription: z.string().max(20_000).nullish(),
  targetAudience: z.string().max(2000).nullish(),
  language: Language.nullish(),
  /** Seconds. */
  videoDuration: z.number().min(1).max(600).nullish(),
  sceneCount: z.int().min(1).max(60).nullish(),
  selectedAssetIds: z.array(idSchema('asset')).max(60).nullish(),
  assetUsageMode: AssetUsageMode.nullish(),
  resolution: Resolution.nullish(),
  styleGuide: GivenStyleGuide.nullish(),
  systemPrompt: prompt.nullish(),
  analyzerPrompt: prompt.nullish(),
  imageSystemPrompt: prompt.nullish(),
  videoSystemPrompt: prompt.nullish(),
};

const name = z.string().min(1).max(200).regex(/\S/, 'expected a name');

/** The brief of a work: what a client may say when creating it. `null` is as good as nothing. */
export const WorkFields = z.strictObject({ name: name.nullish(), ...brief });
export type WorkFields = z.infer<typeof WorkFields>;

/**
 * What of a work is to change. What is left out stays, in an editor state too, by its own keys; a style guide, an
 * analysis and scenes are each taken as a whole.
 *
 * `null` unsets: a prompt is the project's again, the resolution the default one, the edit the first one of the scenes.
 * Scenes come in the order of the list and are matched by id, else by `scene_index`, else by place; those left out go to the trash with their takes. What only the server writes
 * may be there and is ignored, so that a work can be sent back as it was read.
 */
export const WorkChanges = z.strictObject({
  id: idSchema('work').optional(),
  projectId: idSchema('project').optional(),
  name: name.optional(),
  ...brief,
  analysis: GivenAnalysis.nullish(),
  scenes: z.array(GivenScene).max(MAX_SCENES).optional(),
  editorState: EditorChanges.nullish(),
  /** How far the user has come, for whoever shows it. */
  currentStep: z.int().min(0).max(100).optional(),
  ...ignored([
    'userId',
    'createdAt',
    'updatedAt',
    'status',
    'hasReferenceVideo',
    'generatedScenes',
    'poster',
    'counts',
  ]),
});
export type WorkChanges = z.infer<typeof WorkChanges>;

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
  editorState: EditorState,
  createdAt: z.int(),
  updatedAt: z.int(),
});
export type Work = z.infer<typeof Work>;

/** A line of a list of works. */
export const WorkSummary = Work.pick({
  id: true,
  projectId: true,
  name: true,
  updatedAt: true,
  mode: true,
  currentStep: true,
}).extend({
  /** A small picture of the first scene that shows something. */
  poster: z.string().nullable(),
  /** Scenes there are, and how many of them show a picture and a clip. */
  counts: z.object({ scenes: z.int(), images: z.int(), videos: z.int() }),
});
export type WorkSummary = z.infer<typeof WorkSummary>;
