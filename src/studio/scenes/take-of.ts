import type { Take } from '#contract/take.ts';
import type { TakeRow } from '#store/takes.ts';

/** A stored take as clients see it. */
export function takeOf(row: TakeRow): Take {
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
    createdAt: row.createdAt,
  };
}
