import type { Take } from '#contract/take.ts';
import type { SceneRow } from '#store/scenes.ts';
import type { TakeRow } from '#store/takes.ts';

/** A stored take as clients see it, beside the scene it is of. */
export function takeOf(
  row: TakeRow,
  scene: Pick<SceneRow, 'pickedImageTakeId' | 'pickedVideoTakeId' | 'approvedTakeId'>,
): Take {
  return {
    id: row.id,
    workId: row.workId,
    sceneId: row.sceneId,
    kind: row.kind,
    origin: row.origin,
    sha256: row.sha256,
    facts: row.facts,
    prompt: row.prompt,
    negativePrompt: row.negativePrompt,
    provider: row.provider,
    model: row.model,
    seed: row.seed,
    costMicroUsd: row.costMicroUsd,
    parentIds: [...row.parentIds],
    inputsHash: row.inputsHash,
    recipe: row.recipe,
    picked: row.id === (row.kind === 'image' ? scene.pickedImageTakeId : scene.pickedVideoTakeId),
    approved: row.id === scene.approvedTakeId,
    createdAt: row.createdAt,
  };
}
