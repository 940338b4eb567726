import { sql, type Selectable } from 'kysely';
import { z } from 'zod';
import type { MediaFacts } from '#contract/take.ts';
import type { Db } from './database/open-database.ts';
import type { Tables } from './database/tables.ts';
import { isAfter, listKey, type ListPage } from './list-page.ts';
import { fromColumns, toColumns, type Row } from './row.ts';
import { mediaFactsDocument, readDocument } from './stored-document.ts';

/** A take as it is stored. */
export type TakeRow = Omit<
  Row<Tables['take']>,
  'facts' | 'parentIds' | 'referenceSha256s' | 'notes' | 'schemaVersion'
> & {
  readonly facts: MediaFacts;
  readonly parentIds: readonly string[];
  readonly referenceSha256s: readonly string[];
  readonly notes: readonly string[];
};

/** What a new take needs. */
export type NewTake = Omit<TakeRow, 'createdAt' | 'updatedAt' | 'updatedBy' | 'deletedAt' | keyof Origin> &
  Partial<Origin>;

/** What only a take that was generated has. */
type Origin = Pick<TakeRow, 'generationId' | 'referenceSha256s' | 'tookMs' | 'notes'>;

const JSON_KEYS = ['facts', 'parentIds', 'referenceSha256s', 'notes', 'recipe'];

/** Stores a take; its media must be kept already (keep-media.ts). */
export async function insertTake(db: Db, take: NewTake): Promise<TakeRow> {
  const columns = toColumns<Tables['take']>({ ...take, schemaVersion: mediaFactsDocument.version }, JSON_KEYS);
  return toTake(await db.insertInto('take').values(columns).returningAll().executeTakeFirstOrThrow());
}

/** The take, or null where there is none or what it is of is in the trash. */
export async function getTake(db: Db, id: string): Promise<TakeRow | null> {
  const row = await db
    .selectFrom('take')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .where(sceneIsThere)
    .executeTakeFirst();
  return row === undefined ? null : toTake(row);
}

/** Those of the takes that are there and not in the trash, by id. */
export async function getTakes(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, TakeRow>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('take')
    .selectAll()
    .where('id', '=', sql<string>`any(${ids})`)
    .where('deleted_at', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.id, toTake(row)]));
}

/** What a take was made from, and by which model. */
export type TakeInputs = Pick<TakeRow, 'workspaceId' | 'kind' | 'inputsHash'> & {
  readonly provider: string;
  readonly model: string;
  /** Left out: of any seed. */
  readonly seed?: number | undefined;
};

/** What the model has made of these inputs before, anywhere in the workspace, the newest first. */
export async function listTakesOfInputs(db: Db, of: TakeInputs, limit: number): Promise<readonly TakeRow[]> {
  let query = db
    .selectFrom('take')
    .selectAll()
    .where('workspace_id', '=', of.workspaceId)
    .where('inputs_hash', '=', of.inputsHash)
    .where('origin', '=', 'generated')
    .where('kind', '=', of.kind)
    .where('provider', '=', of.provider)
    .where('model', '=', of.model)
    .where('deleted_at', 'is', null)
    .where(sceneIsThere);
  if (of.seed !== undefined) query = query.where('seed', '=', of.seed);
  const rows = await query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return rows.map(toTake);
}

/** The takes of a work, or of one scene of it, the oldest first. */
export async function listTakes(
  db: Db,
  filter: { readonly workId: string } | { readonly sceneId: string },
): Promise<readonly TakeRow[]> {
  const query = db.selectFrom('take').selectAll().where('deleted_at', 'is', null);
  const found =
    'workId' in filter ? query.where('work_id', '=', filter.workId) : query.where('scene_id', '=', filter.sceneId);
  const rows = await found.orderBy('created_at').orderBy('id').execute();
  return rows.map(toTake);
}

/** A page of the takes of a scene, the newest first. */
export async function listTakesOfScene(db: Db, sceneId: string, page: ListPage): Promise<readonly TakeRow[]> {
  let query = db.selectFrom('take').selectAll().where('scene_id', '=', sceneId).where('deleted_at', 'is', null);
  if (page.after !== undefined) query = query.where(isAfter('created_at', 'desc', page.after));
  if (page.limit !== undefined) query = query.limit(page.limit);
  const rows = await query.orderBy(listKey('created_at'), 'desc').orderBy('id', 'desc').execute();
  return rows.map(toTake);
}

/** Puts a take into the trash, or (null) takes it out of there; `deletedAt` in Unix milliseconds. */
export async function updateTake(db: Db, id: string, patch: Pick<TakeRow, 'deletedAt'>): Promise<TakeRow | null> {
  const row = await db
    .updateTable('take')
    .set(toColumns<Tables['take']>(patch, JSON_KEYS))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? null : toTake(row);
}

const sceneIsThere = sql<boolean>`exists (select 1 from scene
  join work on work.id = scene.work_id join project on project.id = work.project_id
  where scene.id = take.scene_id
    and scene.deleted_at is null and work.deleted_at is null and project.deleted_at is null)`;

const Texts = z.array(z.string());

function toTake(row: Selectable<Tables['take']>): TakeRow {
  const { schemaVersion, ...take } = fromColumns<Tables['take']>(row);
  return {
    ...take,
    facts: readDocument(mediaFactsDocument, take.facts, schemaVersion),
    parentIds: Texts.parse(take.parentIds),
    referenceSha256s: Texts.parse(take.referenceSha256s),
    notes: Texts.parse(take.notes),
  };
}
