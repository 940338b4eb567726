import { transitionFromName } from '#domain/timeline/transition-names.ts';
import type { WrittenScene } from '#providers/provider.ts';
import type { SceneScript } from '#store/scenes.ts';

/** A script as a model wrote it, as scenes to store; a transition nobody knows becomes a cut. */
export function scenesFromScript(scenes: readonly WrittenScene[]): SceneScript[] {
  return scenes.map((scene) => ({
    durationS: scene.duration_seconds,
    imagePrompt: scene.image_prompt,
    negativePrompt: scene.negative_prompt,
    videoPrompt: scene.video_prompt,
    textOverlay: scene.text_overlay?.trim() ? scene.text_overlay : null,
    transition: transitionFromName(scene.transition).type,
  }));
}
