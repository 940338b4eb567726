import { z } from 'zod';
import { AnalysisResult, GivenAnalysis } from '../analysis.ts';
import { Language } from '../language.ts';
import { MAX_EDIT_BYTES, MAX_UPLOAD_BYTES } from '../media-limits.ts';
import { operation } from '../operation.ts';
import { ScenarioScene } from '../scene.ts';
import { GivenStyleGuide, StyleGuide } from '../style-guide.ts';
import { Resolution, WorkMode } from '../work.ts';
import { json, modelHeaders } from './parts.ts';

/** What `image_url` may bring, as a file and as the base64 of a data: URL. */
export const MAX_IMAGE_BYTES = 20 * 1024 ** 2;
const MAX_DATA_URL_CHARACTERS = Math.ceil((MAX_IMAGE_BYTES * 4) / 3) + 100;

const prompt = z.string().trim().min(1, 'expected words').max(8000);
/** Where null is as good as nothing. */
const unlessNull = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((given) => given ?? undefined);

const instruction = unlessNull(z.string().max(20_000));

const problems = [
  'unknown_provider',
  'budget_exceeded',
  'price_unknown',
  'provider_invalid_key',
  'provider_transient',
  'provider_permanent',
  'submission_uncertain',
  'still_running',
  'cancelled',
] as const;

/** Models asked directly, without a work. What they make is the caller's own for 30 days, at `/api/media/{id}`. */
export const aiOperations = {
  analyzeVideo: operation({
    method: 'POST',
    path: '/analyze',
    access: 'ai:analyze',
    summary: 'Measure a video: its scenes, colours, tempo, camera movement, words.',
    headers: modelHeaders,
    body: z.strictObject({ mode: WorkMode.optional(), analyzerPrompt: z.string().max(20_000).optional() }),
    upload: { field: 'video', maxBytes: MAX_UPLOAD_BYTES.video },
    answer: json(AnalysisResult),
    waits: true,
    problems: ['too_large', 'media_unreadable', 'unsupported_media', ...problems],
  }),
  writeScenarioDirectly: operation({
    method: 'POST',
    path: '/scenario',
    access: 'ai:generate',
    summary: 'Write a scenario from an intent, and from the analysis of a video where there is one.',
    headers: modelHeaders,
    body: z.strictObject({
      analysis: GivenAnalysis.nullish(),
      intent: z.strictObject({
        mode: WorkMode,
        product_name: z.string().max(500).nullish(),
        product_description: z.string().max(20_000).nullish(),
        target_audience: z.string().max(2000).nullish(),
        language: Language.nullish(),
        /** Seconds. */
        video_duration: z.number().min(1).max(600).nullish(),
        scene_count: z.int().min(1).max(60).nullish(),
      }),
      systemPrompt: instruction,
      knowledge: unlessNull(z.string().max(200_000)),
      styleGuide: GivenStyleGuide.nullish(),
    }),
    maxBodyBytes: MAX_EDIT_BYTES,
    answer: json(z.object({ scenes: z.array(ScenarioScene) })),
    waits: true,
    problems: [...problems],
  }),
  generateImageDirectly: operation({
    method: 'POST',
    path: '/generate/image',
    access: 'ai:generate',
    summary: 'Make one picture.',
    headers: modelHeaders,
    body: z.strictObject({
      prompt,
      negative_prompt: z.string().max(4000).nullish(),
      image_instruction: instruction,
      styleGuide: GivenStyleGuide.nullish(),
      resolution: unlessNull(Resolution),
    }),
    answer: json(z.object({ imageUrl: z.string() })),
    waits: true,
    problems: [...problems],
  }),
  generateVideoDirectly: operation({
    method: 'POST',
    path: '/generate/video',
    access: 'ai:generate',
    summary: 'Make one clip from a picture at an address of this server, at an https one, or in a data: URL.',
    headers: modelHeaders,
    body: z.strictObject({
      image_url: z.string().min(1).max(MAX_DATA_URL_CHARACTERS),
      prompt,
      /** Seconds; 5 unless said. */
      duration: z
        .number()
        .min(0.2)
        .max(600)
        .nullish()
        .transform((given) => given ?? 5),
      video_instruction: instruction,
      styleGuide: GivenStyleGuide.nullish(),
      resolution: unlessNull(Resolution),
    }),
    maxBodyBytes: MAX_DATA_URL_CHARACTERS + 256 * 1024,
    answer: json(z.object({ videoUrl: z.string() })),
    waits: true,
    problems: ['url_refused', 'too_large', 'media_unreadable', 'unsupported_media', ...problems],
  }),
  extractStyleGuide: operation({
    method: 'POST',
    path: '/style-guide/extract',
    access: 'ai:generate',
    summary: 'Find the style guide in a text, or on a web page.',
    headers: modelHeaders,
    body: z
      .strictObject({ text: unlessNull(z.string().max(200_000)), url: unlessNull(z.string().max(2000)) })
      .refine(({ text, url }) => !text?.trim() !== (url === undefined), 'expected a text or a url'),
    answer: json(StyleGuide),
    waits: true,
    problems: ['url_refused', 'too_large', 'unsupported_media', ...problems],
  }),
} as const;
