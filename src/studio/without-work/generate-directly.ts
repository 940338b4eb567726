import type { StyleGuide } from '#contract/style-guide.ts';
import type { Resolution } from '#contract/work.ts';
import { inputsOfImage, inputsOfVideo } from '#domain/generation-inputs.ts';
import { composeImagePrompt, composeVideoPrompt } from '#domain/prompts/compose-prompt.ts';
import { defaultResolution } from '#domain/resolution.ts';
import type { Actor } from '../actor.ts';
import { FILM_FPS } from '../film/film-frame.ts';
import { chooseFor } from '../generation/choose-for.ts';
import type { ModelChoice } from '../generation/choose-model.ts';
import { freshSeed } from '../generation/fresh-seed.ts';
import type { StoredImageRequest, StoredVideoRequest } from '../generation/generation-request.ts';
import { requestGeneration } from '../generation/request-generation.ts';
import { hashOf } from '../hash-of.ts';
import type { World } from '../world.ts';
import { bringImage } from './bring-image.ts';

interface Look {
  readonly prompt: string;
  readonly styleGuide?: StyleGuide | null | undefined;
  readonly resolution?: Resolution | undefined;
}

/** A picture for no work, by its documented names. */
export interface DirectImage extends Look {
  readonly negative_prompt?: string | null | undefined;
  readonly image_instruction?: string | undefined;
}

/** A clip for no work, by its documented names; `duration` in seconds. */
export interface DirectVideo extends Look {
  readonly image_url: string;
  readonly duration: number;
  readonly video_instruction?: string | undefined;
}

/** Starts to make a picture that belongs to no work. */
export async function generateImageDirectly(
  world: World,
  actor: Actor,
  asked: DirectImage,
  choice: ModelChoice,
): Promise<{ readonly jobId: string }> {
  const chosen = await chooseFor(world, actor, 'image', choice);
  const styleGuide = asked.styleGuide ?? {};
  const prompt = composeImagePrompt({
    styleGuide,
    instruction: { request: asked.image_instruction },
    prompt: asked.prompt,
  });
  const { width, height } = asked.resolution ?? defaultResolution;
  const negativePrompt = asked.negative_prompt ?? '';
  const request: StoredImageRequest = {
    prompt,
    scenePrompt: asked.prompt,
    negativePrompt,
    width,
    height,
    seed: freshSeed(world),
    references: [],
    scene: aloneWith(styleGuide),
  };
  const inputsHash = hashOf(inputsOfImage({ prompt, negativePrompt, width, height, referenceSha256s: [] }));
  return requestGeneration(world, actor, { role: 'image', chosen, workId: null, sceneId: null, request, inputsHash });
}

/**
 * Starts to make a clip that belongs to no work, from a picture that is brought in first.
 *
 * @throws Problem `url_refused`, `not_found`, `too_large`, `media_unreadable`, `unsupported_media`
 */
export async function generateVideoDirectly(
  world: World,
  actor: Actor,
  asked: DirectVideo,
  choice: ModelChoice,
): Promise<{ readonly jobId: string }> {
  const chosen = await chooseFor(world, actor, 'video', choice);
  const image = await bringImage(world, actor, asked.image_url);
  const styleGuide = asked.styleGuide ?? {};
  const prompt = composeVideoPrompt({
    styleGuide,
    instruction: { request: asked.video_instruction },
    prompt: asked.prompt,
  });
  const { width, height } = asked.resolution ?? defaultResolution;
  const durationS = asked.duration;
  const request: StoredVideoRequest = {
    prompt,
    scenePrompt: asked.prompt,
    negativePrompt: '',
    image,
    references: [],
    durationS,
    fps: FILM_FPS,
    width,
    height,
    seed: freshSeed(world),
    scene: aloneWith(styleGuide),
  };
  const { sha256: imageSha256 } = image;
  const inputsHash = hashOf(inputsOfVideo({ prompt, negativePrompt: '', width, height, imageSha256, durationS }));
  return requestGeneration(world, actor, { role: 'video', chosen, workId: null, sceneId: null, request, inputsHash });
}

/** A scene that stands for itself. */
function aloneWith(styleGuide: StyleGuide): StoredImageRequest['scene'] {
  return { projectType: 'blank', sceneIndex: 0, sceneCount: 1, styleGuide };
}
