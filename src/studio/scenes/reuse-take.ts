import { Problem } from '#contract/problems.ts';
import type { Trx } from '#store/database/tables.ts';
import { appendEvent } from '#store/events.ts';
import { shareMedia } from '#store/media.ts';
import { pickTake, type SceneRow } from '#store/scenes.ts';
import { insertTake, type TakeRow } from '#store/takes.ts';
import type { Actor } from '../actor.ts';
import { startDerivations } from '../media/start-derivations.ts';
import { newId } from '../new-id.ts';
import type { World } from '../world.ts';
import { sceneChanged } from './scene-changed.ts';

/** Told of a take that was taken over. */
const NOTE = 'Taken over from an earlier take of the same inputs: nothing was asked for, and nothing paid.';

/** How an earlier take is taken over. */
interface Reuse {
  readonly scene: SceneRow;
  /** Of the same inputs, anywhere in the workspace. */
  readonly earlier: TakeRow;
  /** The scene's own pictures, of a clip: the one it is made from, and the one it ends with. */
  readonly parentIds?: readonly string[] | undefined;
  /** It is shown whatever was picked by hand before. */
  readonly picks: boolean;
}

/**
 * Makes an earlier take one of a scene: the same bytes and lineage, at once and free; one that is the scene's already is
 * shown again.
 *
 * @throws Problem `media_missing` where its last owner has let it go in the meantime; `not_found` where the scene is gone
 */
export async function reuseTake(
  trx: Trx,
  world: Pick<World, 'files' | 'queue' | 'clock' | 'random'>,
  actor: Actor,
  { scene, earlier, parentIds = earlier.parentIds, picks }: Reuse,
): Promise<TakeRow> {
  const { workspaceId, workId, id: sceneId } = scene;
  const isOwn = earlier.sceneId === sceneId && earlier.parentIds.join() === parentIds.join();
  const take = isOwn ? earlier : await copyOf(trx, world, actor, { scene, earlier, parentIds });
  const how = picks ? 'as-asked' : 'unless-pinned';
  const picked = await pickTake(trx, { sceneId, kind: take.kind, takeId: take.id, how });
  if (picks && !picked) throw new Problem('not_found', { what: 'such scene' });
  if (!isOwn) {
    const data = { takeId: take.id, sceneId, kind: take.kind } as const;
    await appendEvent(trx, { workspaceId, workId, type: 'take', data });
    await startDerivations(world, take, { db: trx });
  }
  await sceneChanged(trx, sceneId);
  return take;
}

async function copyOf(
  trx: Trx,
  world: Pick<World, 'clock' | 'random'>,
  actor: Actor,
  { scene, earlier, parentIds }: Pick<Reuse, 'scene' | 'earlier'> & Pick<TakeRow, 'parentIds'>,
): Promise<TakeRow> {
  const { createdAt: _, updatedAt: __, updatedBy: ___, deletedAt: ____, ...lineage } = earlier;
  const id = newId(world, 'take');
  const { workspaceId } = scene;
  await shareMedia(trx, earlier.sha256, { kind: 'take', id, workspaceId });
  return insertTake(trx, {
    ...lineage,
    id,
    workspaceId,
    createdBy: actor.userId,
    workId: scene.workId,
    sceneId: scene.id,
    parentIds,
    costMicroUsd: 0,
    tookMs: null,
    notes: [...earlier.notes.filter((note) => note !== NOTE), NOTE],
  });
}
