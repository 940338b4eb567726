import type { GenerationState, Role } from '#contract/generation.ts';
import type { GeneratedScene } from '#contract/scene.ts';
import { sceneStatus } from '#domain/pipeline.ts';
import type { StoredError } from '#store/stored-error.ts';

/** What was asked for a scene and is not done or cancelled, the oldest first. */
interface OpenGeneration {
  readonly role: Role;
  readonly state: GenerationState;
}

/** The status of a stored scene, with what went wrong. */
export function statusOfScene(
  scene: { readonly hasPicture: boolean; readonly hasClip: boolean; readonly lastError: StoredError | null },
  open: readonly OpenGeneration[],
): Pick<GeneratedScene, 'status' | 'error' | 'code'> {
  const { hasPicture, hasClip, lastError } = scene;
  const generations = open.flatMap(({ role, state }) =>
    role === 'image' || role === 'video' ? [{ kind: role, state }] : [],
  );
  const failed = generations.findLast(({ state }) => state === 'failed');
  return sceneStatus({
    hasPicture,
    hasClip,
    generations,
    lastError: lastError && { kind: failed?.kind ?? 'image', code: lastError.code, message: lastError.message },
  });
}
