import { Problem } from '#contract/problems.ts';
import type { GivenScene } from '#contract/scene.ts';
import { transitionFromName } from '#domain/timeline/transition-names.ts';
import type { SceneScript } from '#store/scenes.ts';

/**
 * Scenes as a client gives them, in the order of their `scene_index` (those of one place in the order they came in),
 * as scenes to store.
 *
 * @throws Problem `invalid_input` for a transition nobody knows, and for one scene given twice
 */
export function scenesFromClient(given: readonly GivenScene[]): (SceneScript & { readonly id?: string })[] {
  const seen = new Map<string, number>();
  const placed = given.map((scene, index) => {
    const { id, transition } = scene;
    const { type, known } = transitionFromName(transition ?? 'cut');
    if (!known) throw refused(index, 'transition', `there is no transition “${transition ?? ''}”`);
    const twin = id ? seen.get(id) : undefined;
    if (twin !== undefined) throw refused(index, 'id', `scenes.${twin} is the same scene`);
    if (id) seen.set(id, index);
    const script = {
      ...(id ? { id } : {}),
      durationS: scene.duration_seconds,
      imagePrompt: scene.image_prompt,
      negativePrompt: scene.negative_prompt,
      videoPrompt: scene.video_prompt,
      textOverlay: scene.text_overlay?.trim() ? scene.text_overlay : null,
      transition: type,
    };
    return { place: scene.scene_index ?? index, script };
  });
  return placed.toSorted((a, b) => a.place - b.place).map(({ script }) => script); // a stable sort keeps twins in order
}

function refused(index: number, key: string, reason: string): Problem {
  return new Problem('invalid_input', { reason: `scenes.${index}.${key}: ${reason}` });
}
