import { z } from 'zod';
import { idSchema } from './ids.ts';

/** The transitions there are; `wipe` and `slide` alone mean `wipeleft` and `slideleft`. */
export const TransitionType = z.enum([
  'cut',
  'fade',
  'dissolve',
  'wipeleft',
  'wiperight',
  'wipeup',
  'wipedown',
  'slideleft',
  'slideright',
  'slideup',
  'slidedown',
]);
export type TransitionType = z.infer<typeof TransitionType>;

const emptyWhenNull = (text: z.ZodString) => text.nullish().transform((given) => given ?? '');

/** One line of the script, as documented. `id` is ours and stable under reordering. */
export const ScenarioScene = z.object({
  id: idSchema('scene').optional(),
  /** 0-based place. */
  scene_index: z.int().min(0),
  duration_seconds: z.number().min(0.2).max(600),
  image_prompt: z.string().max(8000),
  negative_prompt: z.string().max(4000),
  video_prompt: z.string().max(8000),
  text_overlay: z.string().max(500).optional(),
  transition: z.string().max(40),
});
export type ScenarioScene = z.infer<typeof ScenarioScene>;

/** Scenes of a work at most: an hour of film in shots of 18 s, and still a board that can be used. */
export const MAX_SCENES = 200;

/** A line of the script as a client gives it: what is left out or null is empty, the transition a cut. */
export const GivenScene = z.strictObject({
  /** Which scene is meant; without one, that at `scene_index`, else that at the same place. */
  id: idSchema('scene').nullish(),
  /** 0-based place before the change; the order of the list is the new one. */
  scene_index: z.int().min(0).max(100_000).nullish(),
  duration_seconds: ScenarioScene.shape.duration_seconds,
  image_prompt: emptyWhenNull(ScenarioScene.shape.image_prompt),
  negative_prompt: emptyWhenNull(ScenarioScene.shape.negative_prompt),
  video_prompt: emptyWhenNull(ScenarioScene.shape.video_prompt),
  text_overlay: z.string().max(500).nullish(),
  transition: z.string().max(40).nullish(),
});
export type GivenScene = z.infer<typeof GivenScene>;

export const SceneStatus = z.enum(['pending', 'generating_image', 'image_ready', 'generating_video', 'done', 'error']);
export type SceneStatus = z.infer<typeof SceneStatus>;

/** The take that a scene shows; `number` is its place among those of its kind, from 1: v3 is the third. */
const ShownTake = z.object({ id: idSchema('take'), number: z.int().min(1) });

/** What a scene shows now; written by the server only. */
export const GeneratedScene = z.object({
  sceneIndex: z.int().min(0),
  imageUrl: z.string().optional(),
  videoUrl: z.string().optional(),
  imageTake: ShownTake.optional(),
  videoTake: ShownTake.optional(),
  /** Whether the picture it shows may be made into a clip. */
  approved: z.literal(true).optional(),
  status: SceneStatus,
  error: z.string().optional(),
  code: z.string().optional(),
});
export type GeneratedScene = z.infer<typeof GeneratedScene>;
