import { sql, type Selectable } from 'kysely';
import type { TakeKind } from '#contract/take.ts';
import type { Db } from './database/open-database.ts';
import type { Tables, Trx } from './database/tables.ts';
import type { MediaOwner } from './media.ts';
import { fromColumns, toColumns, type Row } from './row.ts';
import { StoredError } from './stored-error.ts';
import { strictlyLater } from './strictly-later.ts';

/** A scene as it is stored. */
export type SceneRow = Omit<Row<Tables['scene']>, 'lastError'> & { readonly lastError: StoredError | null };

/** What is written about a scene, before anything is made of it. */
export type SceneScript = Pick<
  SceneRow,
  'durationS' | 'imagePrompt' | 'negativePrompt' | 'videoPrompt' | 'textOverlay' | 'transition'
>;

/** What of a scene may change. */
export type ScenePatch = Partial<SceneScript & Pick<SceneRow, 'position' | 'lastError' | 'updatedBy' | 'deletedAt'>>;

/** The bytes a scene shows. */
export type PickedMedia = Pick<Row<Tables['take']>, 'kind' | 'sha256'> & { readonly takeId: string };

const JSON_KEYS = ['lastError'];

/** The scene, or null where there is none or it is in the trash. */
export async function getScene(db: Db, id: string): Promise<SceneRow | null> {
  const row = await db
    .selectFrom('scene')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : toScene(row);
}

/** The same, locked until the commit: whoever changes it meanwhile waits. */
export async function lockScene(trx: Trx, id: string): Promise<SceneRow | null> {
  const row = await trx
    .selectFrom('scene')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row === undefined ? null : toScene(row);
}

/**
 * All scenes of these works, those in the trash too, locked until the commit; `update` to change them, `delete` for good.
 *
 * Whoever changes several scenes locks them first, and everybody in the order of their ids (start-together.ts too): two that
 * took them in the orders of their lists would wait for each other. The works are locked before.
 */
export async function lockScenes(trx: Trx, workIds: readonly string[], to: 'update' | 'delete'): Promise<void> {
  if (workIds.length === 0) return;
  const scenes = trx
    .selectFrom('scene')
    .select('id')
    .where('work_id', 'in', workIds)
    .orderBy(sql`id collate "C"`);
  await (to === 'update' ? scenes.forNoKeyUpdate() : scenes.forUpdate()).execute();
}

/** Whether there is such a scene, in the trash or not. */
export async function sceneIsThere(db: Db, id: string): Promise<boolean> {
  return (await db.selectFrom('scene').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

/** The scenes of a work in their order, without those in the trash. */
export async function listScenes(db: Db, workId: string): Promise<readonly SceneRow[]> {
  const rows = await db
    .selectFrom('scene')
    .selectAll()
    .where('work_id', '=', workId)
    .where('deleted_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(toScene);
}

/**
 * Makes the scenes of a work be these, in this order. It is a change of the work: its revision rises.
 *
 * A scene is the stored one of its id (out of the trash, where it is there), else the one at its place that no other
 * claims, else a new one under `newId()`. Those left out go to the trash with their takes. Two at once wait for each
 * other. With `onlyById` a scene without an id is always a new one.
 */
export async function replaceScenes(
  trx: Trx,
  work: { readonly id: string; readonly workspaceId: string },
  scenes: readonly (SceneScript & { readonly id?: string })[],
  options: { readonly newId: () => string; readonly userId: string | null; readonly onlyById?: boolean },
): Promise<readonly SceneRow[]> {
  await trx
    .updateTable('work')
    .set({ revision: sql<number>`revision + 1`, updated_at: strictlyLater })
    .where('id', '=', work.id)
    .execute();
  await lockScenes(trx, [work.id], 'update');
  const before = await listScenes(trx, work.id);
  const named = scenes.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const known = await idsAmong(trx, work.id, named);
  const free = new Set(before.map((scene) => scene.id).filter((id) => !named.includes(id)));

  const after: string[] = [];
  for (const [position, { id, ...script }] of scenes.entries()) {
    const atPlace = options.onlyById ? undefined : before[position];
    const existing =
      id !== undefined && known.delete(id) ? id : atPlace !== undefined && free.delete(atPlace.id) ? atPlace.id : null;
    const fields = { ...script, position, updatedBy: options.userId };
    if (existing === null) {
      const made = {
        ...fields,
        id: options.newId(),
        workId: work.id,
        workspaceId: work.workspaceId,
        createdBy: options.userId,
      };
      await trx.insertInto('scene').values(toColumns<Tables['scene']>(made, JSON_KEYS)).execute();
      after.push(made.id);
    } else {
      await updateScene(trx, existing, { ...fields, deletedAt: null });
      after.push(existing);
    }
  }
  const leftOut = before.filter((scene) => !after.includes(scene.id)).map((scene) => scene.id);
  if (leftOut.length > 0) {
    await trx
      .updateTable('scene')
      .set({ deleted_at: sql`now()` })
      .where('id', 'in', leftOut)
      .execute();
  }
  return listScenes(trx, work.id);
}

/** Moves the scenes of a work from a place on, to make room for another or to close a gap; all of them must be locked. */
export async function moveScenes(
  trx: Trx,
  { workId, from, by }: { readonly workId: string; readonly from: number; readonly by: 1 | -1 },
): Promise<void> {
  await trx
    .updateTable('scene')
    .set({ position: sql<number>`position + ${by}`, updated_at: strictlyLater })
    .where('work_id', '=', workId)
    .where('deleted_at', 'is', null)
    .where('position', '>=', from)
    .execute();
}

/**
 * Removes a scene with its takes for good; null where there was none.
 *
 * @returns whose media it held: the caller drops it after the commit (drop-references.ts)
 */
export async function deleteScene(trx: Trx, id: string): Promise<readonly MediaOwner[] | null> {
  await trx.selectFrom('scene').select('id').where('id', '=', id).forUpdate().execute();
  const takes = await trx.selectFrom('take').select('id').where('scene_id', '=', id).execute();
  const { numDeletedRows } = await trx.deleteFrom('scene').where('id', '=', id).executeTakeFirst();
  return numDeletedRows > 0n ? takes.map((take) => ({ kind: 'take', id: take.id }) as const) : null;
}

/** What each scene of a work shows, by scene: its picked clip, else its picked picture. */
export async function listPickedMedia(db: Db, workId: string): Promise<ReadonlyMap<string, PickedMedia>> {
  const rows = await db
    .selectFrom('scene')
    .innerJoin('take', (join) =>
      join.on(sql<boolean>`take.id = coalesce(scene.picked_video_take_id, scene.picked_image_take_id)`),
    )
    .where('scene.work_id', '=', workId)
    .where('scene.deleted_at', 'is', null)
    .select(['scene.id as sceneId', 'take.id as takeId', 'take.kind', 'take.sha256'])
    .execute();
  return new Map(rows.map(({ sceneId, ...media }) => [sceneId, media]));
}

/** Those of the ids that are scenes of the work, in the trash or not. */
async function idsAmong(trx: Trx, workId: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await trx
    .selectFrom('scene')
    .select('id')
    .where('work_id', '=', workId)
    .where('id', 'in', ids)
    .execute();
  return new Set(rows.map((row) => row.id));
}

/** Changes a scene; null where there is none. */
export async function updateScene(db: Db, id: string, patch: ScenePatch): Promise<SceneRow | null> {
  const row = await db
    .updateTable('scene')
    .set(toColumns<Tables['scene']>(patch, JSON_KEYS))
    .set({ updated_at: strictlyLater })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? null : toScene(row);
}

/**
 * How a take is picked: `by-hand` pins it, so that newer takes don't replace it by themselves; `as-asked` shows what was
 * asked for and lets the pin go; `unless-pinned` leaves a pinned one alone.
 */
export type Picking = 'by-hand' | 'as-asked' | 'unless-pinned';

/**
 * Makes a take what its scene shows; null where the scene has no such take, or a pinned one that stays. Picking another
 * picture clears the approval.
 */
export async function pickTake(
  db: Db,
  pick: { readonly sceneId: string; readonly kind: TakeKind; readonly takeId: string; readonly how: Picking },
): Promise<SceneRow | null> {
  const { kind, takeId, how } = pick;
  const pin = how === 'by-hand';
  const columns =
    kind === 'image'
      ? {
          picked_image_take_id: takeId,
          image_pinned: pin,
          approved_take_id: sql<string | null>`case when approved_take_id = ${takeId} then approved_take_id end`,
        }
      : { picked_video_take_id: takeId, video_pinned: pin };
  let query = db
    .updateTable('scene')
    .set({ ...columns, last_error: null, updated_at: strictlyLater })
    .where('id', '=', pick.sceneId);
  if (how === 'unless-pinned') query = query.where(kind === 'image' ? 'image_pinned' : 'video_pinned', '=', false);
  const row = await query.where(takeExists(takeId, kind)).returningAll().executeTakeFirst();
  return row === undefined ? null : toScene(row);
}

/** Lets newer takes of a kind replace what the scene shows. */
export async function unpinTake(db: Db, sceneId: string, kind: TakeKind): Promise<void> {
  await db
    .updateTable('scene')
    .set(kind === 'image' ? { image_pinned: false } : { video_pinned: false })
    .where('id', '=', sceneId)
    .execute();
}

/** Says that clips may be made from this picture take, or (null) from none; null where the scene has no such take. */
export async function approveTake(
  db: Db,
  approval: { readonly sceneId: string; readonly takeId: string | null },
): Promise<SceneRow | null> {
  let query = db
    .updateTable('scene')
    .set({ approved_take_id: approval.takeId, updated_at: strictlyLater })
    .where('id', '=', approval.sceneId);
  if (approval.takeId !== null) query = query.where(takeExists(approval.takeId, 'image'));
  const row = await query.returningAll().executeTakeFirst();
  return row === undefined ? null : toScene(row);
}

function takeExists(takeId: string, kind: TakeKind) {
  return sql<boolean>`exists (select 1 from take
    where take.id = ${takeId} and take.scene_id = scene.id and take.kind = ${kind} and take.deleted_at is null)`;
}

function toScene(row: Selectable<Tables['scene']>): SceneRow {
  const scene = fromColumns<Tables['scene']>(row);
  return { ...scene, lastError: StoredError.nullable().parse(scene.lastError) };
}
