import { z } from 'zod';
import { AnalysisResult } from '#contract/analysis.ts';
import { Fps } from '#contract/fps.ts';
import { ScenarioScene } from '#contract/scene.ts';
import { StyleGuide } from '#contract/style-guide.ts';

/*
 * What a generation is asked for, as stored in its row: enough to run it again on another machine after a restart.
 * Media is named by content; recipes and the film so far are read when it runs.
 */

const StoredMedia = z.object({
  sha256: z.string(),
  mime: z.string(),
  name: z.string().optional(),
  description: z.string().optional(),
  takeId: z.string().optional(),
});
export type StoredMedia = z.infer<typeof StoredMedia>;

const SceneFacts = z.object({
  projectType: z.string(),
  sceneIndex: z.int(),
  sceneCount: z.int(),
  subject: z.string().optional(),
  styleGuide: StyleGuide.optional(),
  textOverlay: z.string().optional(),
});

/** Whether the result is shown whatever was picked by hand: it was asked for, for this one scene. */
const picks = { picks: z.boolean().optional() };

const frame = { width: z.int(), height: z.int(), seed: z.int() };

export const StoredImageRequest = z.object({
  prompt: z.string(),
  scenePrompt: z.string(),
  negativePrompt: z.string(),
  ...frame,
  ...picks,
  references: z.array(StoredMedia),
  scene: SceneFacts,
});
export type StoredImageRequest = z.infer<typeof StoredImageRequest>;

export const StoredVideoRequest = z.object({
  prompt: z.string(),
  scenePrompt: z.string(),
  negativePrompt: z.string(),
  image: StoredMedia,
  /** What it ends with, where that was asked for. */
  lastImage: StoredMedia.exactOptional(),
  /** What the picture was made from, for an engine that draws it again. */
  references: z.array(StoredMedia),
  durationS: z.number(),
  fps: Fps,
  ...frame,
  ...picks,
  scene: SceneFacts,
});
export type StoredVideoRequest = z.infer<typeof StoredVideoRequest>;

/** How what a generation of a scene brings is picked. */
export function pickingOf(request: unknown): 'as-asked' | 'unless-pinned' {
  return z.object(picks).parse(request).picks ? 'as-asked' : 'unless-pinned';
}

/** Asked of a writer, as a scenario is; `ask` tells one from the other. */
export const StoredStyleRequest = z.object({
  ask: z.literal('style-guide'),
  text: z.string(),
  colours: z.array(z.string()),
});
export type StoredStyleRequest = z.infer<typeof StoredStyleRequest>;

/** Asked of an eye, as an analysis is; what it says becomes the asset's description. */
export const StoredDescriptionRequest = z.object({
  ask: z.literal('description'),
  assetId: z.string(),
  type: z.enum(['image', 'video', 'audio']),
  media: StoredMedia,
  prompt: z.string(),
});
export type StoredDescriptionRequest = z.infer<typeof StoredDescriptionRequest>;

export const StoredAnalysisRequest = z.object({ video: StoredMedia, prompt: z.string() });
export type StoredAnalysisRequest = z.infer<typeof StoredAnalysisRequest>;

export const StoredScenarioRequest = z.object({
  projectType: z.string(),
  intent: z.object({
    mode: z.enum(['style_transfer', 'content_remix']),
    productName: z.string().optional(),
    productDescription: z.string().optional(),
    targetAudience: z.string().optional(),
    language: z.string(),
    videoDurationS: z.number(),
    sceneCount: z.int().optional(),
  }),
  systemPrompt: z.string(),
  knowledge: z.string(),
  styleGuide: StyleGuide,
  analysis: AnalysisResult.nullable(),
  assets: z.array(z.object({ id: z.string(), name: z.string(), description: z.string() })),
  assetUsageMode: z.enum(['reference', 'direct']).nullable(),
  seed: z.int(),
});
export type StoredScenarioRequest = z.infer<typeof StoredScenarioRequest>;

/** Asked of a writer, as a scenario is: scenes of a script that is there, anew. */
export const StoredProposalRequest = z.object({
  ask: z.literal('proposal'),
  /** In the user's words. */
  wish: z.string(),
  attempt: z.int(),
  /** null: all scenes. */
  sceneIndex: z.int().nullable(),
  sceneId: z.string().nullable(),
  scenes: z.array(ScenarioScene),
  refused: z.array(ScenarioScene),
  brief: StoredScenarioRequest,
});
export type StoredProposalRequest = z.infer<typeof StoredProposalRequest>;
