import type { Take, TakeReference } from '#contract/take.ts';
import type { SceneRow } from '#store/scenes.ts';
import type { TakeRow } from '#store/takes.ts';

/** What a take cannot tell of itself. */
export interface TakeAround {
  readonly references?: readonly TakeReference[];
  readonly inputsChanged?: boolean;
}

/** A stored take as clients see it, beside the scene it is of. */
export function takeOf(
  row: TakeRow,
  scene: Pick<SceneRow, 'pickedImageTakeId' | 'pickedVideoTakeId' | 'approvedTakeId'>,
  { references = [], inputsChanged = false }: TakeAround = {},
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
    tookMs: row.tookMs,
    parentIds: [...row.parentIds],
    references: [...references],
    generationId: row.generationId,
    inputsHash: row.inputsHash,
    inputsChanged,
    notes: [...row.notes],
    recipe: row.recipe,
    picked: row.id === (row.kind === 'image' ? scene.pickedImageTakeId : scene.pickedVideoTakeId),
    approved: row.id === scene.approvedTakeId,
    createdAt: row.createdAt,
  };
}
