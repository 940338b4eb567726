import { Problem } from '#contract/problems.ts';
import type { GivenScene } from '#contract/scene.ts';
import { transitionFromName } from '#domain/timeline/transition-names.ts';
import type { SceneScript } from '#store/scenes.ts';

/**
 * Scenes as a client gives them, in the order they came in, as scenes to store.
 *
 * One without an id is the stored one at its `scene_index` that no other claims by its id; without either it has no id
 * here, and its place decides.
 *
 * @param storedIds the scenes of the work in their order
 * @throws Problem `invalid_input` for a transition nobody knows, and for one scene given twice
 */
export function scenesFromClient(
  given: readonly GivenScene[],
  storedIds: readonly string[],
): (SceneScript & { readonly id?: string })[] {
  const claimed = new Set(given.flatMap(({ id }) => id ?? []));
  const idAt = (place: number): string | null => {
    const id = storedIds[place];
    if (id === undefined || claimed.has(id)) return null;
    claimed.add(id);
    return id;
  };
  const seen = new Map<string, number>();
  return given.map((scene, index) => {
    const { transition } = scene;
    const { type, known } = transitionFromName(transition ?? 'cut');
    if (!known) throw refused(index, 'transition', `there is no transition “${transition ?? ''}”`);
    const twin = scene.id ? seen.get(scene.id) : undefined;
    if (twin !== undefined) throw refused(index, 'id', `scenes.${twin} is the same scene`);
    if (scene.id) seen.set(scene.id, index);
    const id = scene.id ?? (typeof scene.scene_index === 'number' ? idAt(scene.scene_index) : null);
    return {
      ...(id ? { id } : {}),
      durationS: scene.duration_seconds,
      imagePrompt: scene.image_prompt,
      negativePrompt: scene.negative_prompt,
      videoPrompt: scene.video_prompt,
      textOverlay: scene.text_overlay?.trim() ? scene.text_overlay : null,
      transition: type,
    };
  });
}

function refused(index: number, key: string, reason: string): Problem {
  return new Problem('invalid_input', { reason: `scenes.${index}.${key}: ${reason}` });
}
