import { transitionFromName } from '#domain/timeline/transition-names.ts';
import type { WrittenScene } from '#providers/provider.ts';
import type { SceneScript } from '#store/scenes.ts';

/**
 * A script as a model wrote it, as scenes to store; a transition nobody knows becomes a cut.
 *
 * @param exactCount the script is cut to this many scenes, or gets more like its last one, which show as long
 */
export function scenesFromScript(scenes: readonly WrittenScene[], exactCount?: number): SceneScript[] {
  const scripts = scenes.map(scriptOf);
  if (exactCount === undefined) return scripts;
  const last = scripts.at(-1) ?? nothingWritten;
  return Array.from({ length: exactCount }, (_, index) => scripts[index] ?? { ...last, textOverlay: null });
}

function scriptOf(scene: WrittenScene): SceneScript {
  return {
    durationS: scene.duration_seconds,
    imagePrompt: scene.image_prompt,
    negativePrompt: scene.negative_prompt,
    videoPrompt: scene.video_prompt,
    textOverlay: scene.text_overlay?.trim() ? scene.text_overlay : null,
    transition: transitionFromName(scene.transition).type,
  };
}

const nothingWritten: SceneScript = {
  durationS: 4,
  imagePrompt: '',
  negativePrompt: '',
  videoPrompt: 'slow push in',
  textOverlay: null,
  transition: 'cut',
};
