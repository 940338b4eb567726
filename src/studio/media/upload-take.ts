import type { UploadedFile } from '#contract/operation.ts';
import { Problem } from '#contract/problems.ts';
import type { Take, TakeKind } from '#contract/take.ts';
import { dropReferences } from '#store/drop-references.ts';
import { appendEvent } from '#store/events.ts';
import { keepMedia } from '#store/keep-media.ts';
import { pickTake, type SceneRow } from '#store/scenes.ts';
import { insertTake } from '#store/takes.ts';
import type { Actor } from '../actor.ts';
import { newId } from '../new-id.ts';
import { findScene } from '../scenes/find-scene.ts';
import { sceneChanged } from '../scenes/scene-changed.ts';
import { takeOf } from '../scenes/take-of.ts';
import type { World } from '../world.ts';
import { examineUpload } from './examine-upload.ts';
import { startDerivations } from './start-derivations.ts';

/**
 * Makes the user's own file a take of a scene, its bytes unaltered, and picks it by hand; the earlier takes stay.
 *
 * @param kinds what may come; told apart by its content
 * @throws Problem `not_found`, `media_unreadable`, `unsupported_media`; nothing is kept then
 */
export async function uploadTake(
  world: World,
  actor: Actor,
  place: { readonly workId: string; readonly sceneIndex: number },
  file: UploadedFile,
  kinds: readonly TakeKind[],
): Promise<Take> {
  const facts = await examineUpload(world, file, kinds);
  const scene = await findScene(world, place.workId, place.sceneIndex);
  const owner = { kind: 'take', id: newId(world, 'take') } as const;
  const { workspaceId } = scene;
  await keepMedia(world.database, world.files, { staged: file, facts, owner, workspaceId });
  try {
    return await world.database.transaction(async (trx) => {
      const kind: TakeKind = facts.kind === 'image' ? 'image' : 'video';
      const take = await insertTake(trx, { ...ownTake(scene, actor), id: owner.id, kind, facts, ...hashes(file) });
      const picked = await pickTake(trx, { sceneId: scene.id, kind, takeId: take.id, how: 'by-hand' });
      if (!picked)
        throw new Problem('not_found', {
          what: `scene at index ${place.sceneIndex}`,
          sceneIndex: place.sceneIndex,
        });
      const data = { sceneId: scene.id, takeId: take.id, kind } as const;
      await appendEvent(trx, { workspaceId, workId: scene.workId, type: 'take', data });
      await sceneChanged(trx, scene.id);
      await startDerivations(world, take, { db: trx });
      return takeOf(take, picked);
    });
  } catch (error) {
    await dropReferences(world.database, world.files, [owner]);
    throw error;
  }
}

/** Its bytes are all that went in. */
const hashes = ({ sha256 }: UploadedFile) => ({ sha256, inputsHash: sha256 });

function ownTake(scene: SceneRow, actor: Actor) {
  return {
    workspaceId: scene.workspaceId,
    createdBy: actor.userId,
    workId: scene.workId,
    sceneId: scene.id,
    origin: 'uploaded',
    prompt: null,
    negativePrompt: null,
    provider: null,
    model: null,
    seed: null,
    costMicroUsd: 0,
    parentIds: [],
    recipe: null,
  } as const;
}
