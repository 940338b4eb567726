import { sql, type Selectable } from 'kysely';
import type { Timeline } from '#contract/timeline.ts';
import type { Db } from './database/open-database.ts';
import type { Tables } from './database/tables.ts';
import { isAfter, listKey, type ListPage } from './list-page.ts';
import { fromColumns, toColumns, type Row } from './row.ts';
import { readDocument, timelineDocument } from './stored-document.ts';
import { StoredError } from './stored-error.ts';

/** An export as it is stored; `timeline` is the edit as it was when it was asked for. */
export type ExportRow = Omit<Row<Tables['export']>, 'timeline' | 'timelineVersion' | 'error'> & {
  readonly timeline: Timeline;
  readonly error: StoredError | null;
};

/** How far an export is. */
export type ExportState = ExportRow['state'];

/** What a new export needs. It starts as `queued`. */
export type NewExport = Pick<
  ExportRow,
  'id' | 'workspaceId' | 'createdBy' | 'workId' | 'timeline' | 'settings' | 'framesTotal'
>;

/** What of an export may change. */
export type ExportPatch = Partial<
  Pick<ExportRow, 'state' | 'settings' | 'framesDone' | 'framesTotal' | 'sha256' | 'report' | 'error' | 'deletedAt'>
>;

const JSON_KEYS = ['timeline', 'settings', 'report', 'error'];

/** Stores an export that is to be rendered. */
export async function insertExport(db: Db, made: NewExport): Promise<ExportRow> {
  const fields = { ...made, state: 'queued', timelineVersion: timelineDocument.version };
  const columns = toColumns<Tables['export']>(fields, JSON_KEYS);
  return toExport(await db.insertInto('export').values(columns).returningAll().executeTakeFirstOrThrow());
}

/** The export, or null where there is none or it is in the trash. */
export async function getExport(db: Db, id: string): Promise<ExportRow | null> {
  const row = await db
    .selectFrom('export')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : toExport(row);
}

/** The exports of a work, the newest first. */
export async function listExports(
  db: Db,
  filter: { readonly workId: string } & ListPage,
): Promise<readonly ExportRow[]> {
  let query = db.selectFrom('export').selectAll().where('work_id', '=', filter.workId).where('deleted_at', 'is', null);
  if (filter.after !== undefined) query = query.where(isAfter('created_at', 'desc', filter.after));
  if (filter.limit !== undefined) query = query.limit(filter.limit);
  const rows = await query.orderBy(listKey('created_at'), 'desc').orderBy('id', 'desc').execute();
  return rows.map(toExport);
}

/** Pauses the exports of a work that wait; returns which were not paused yet. */
export async function pauseWaitingExports(db: Db, workId: string): Promise<readonly string[]> {
  const rows = await db
    .updateTable('export')
    .set({ paused_at: sql`now()`, updated_at: sql`now()` })
    .where('work_id', '=', workId)
    .where('state', '=', 'queued')
    .where('paused_at', 'is', null)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Resumes the paused exports of a work, or one of them; returns which they were. */
export async function resumePausedExports(
  db: Db,
  { workId, id }: { readonly workId: string; readonly id?: string },
): Promise<readonly string[]> {
  let query = db
    .updateTable('export')
    .set({ paused_at: null, updated_at: sql`now()` })
    .where('work_id', '=', workId)
    .where('state', '=', 'queued')
    .where('paused_at', 'is not', null);
  if (id !== undefined) query = query.where('id', '=', id);
  const rows = await query.returning(['id', 'created_at']).execute();
  return rows.toSorted((a, b) => a.created_at.getTime() - b.created_at.getTime()).map((row) => row.id);
}

/** Marks an export as being rendered; null where it has ended, or is paused. */
export async function beginExport(db: Db, id: string): Promise<ExportRow | null> {
  const row = await db
    .updateTable('export')
    .set({ state: 'running', updated_at: sql`now()` })
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'running'])
    .where('paused_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? null : toExport(row);
}

/** Removes an export for good; false where there was none. Its file is the caller's to drop. */
export async function deleteExport(db: Db, id: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('export').where('id', '=', id).executeTakeFirst();
  return numDeletedRows > 0n;
}

/** How many exports of its workspace were asked for before it, have not ended and are not paused. */
export async function countExportsAhead(
  db: Db,
  row: Pick<ExportRow, 'id' | 'workspaceId' | 'createdAt'>,
): Promise<number> {
  const { count } = await db
    .selectFrom('export')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('workspace_id', '=', row.workspaceId)
    .where('state', 'in', ['queued', 'running'])
    .where('paused_at', 'is', null)
    .where('deleted_at', 'is', null)
    .where(isAfter('created_at', 'desc', { atMs: row.createdAt, id: row.id }))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The exports of this installation that were finished last. */
export async function lastFinishedExports(db: Db, limit: number): Promise<readonly ExportRow[]> {
  const rows = await db
    .selectFrom('export')
    .selectAll()
    .where('state', '=', 'done')
    .orderBy('updated_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toExport);
}

/** Changes an export if it is in one of the states `from`; null where it is not, and nothing changed. */
export async function updateExport(
  db: Db,
  id: string,
  from: readonly ExportState[],
  patch: ExportPatch,
): Promise<ExportRow | null> {
  const row = await db
    .updateTable('export')
    .set({ ...toColumns<Tables['export']>(patch, JSON_KEYS), updated_at: sql`now()` })
    .where('id', '=', id)
    .where('state', 'in', from)
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? null : toExport(row);
}

function toExport(row: Selectable<Tables['export']>): ExportRow {
  const { timelineVersion, ...made } = fromColumns<Tables['export']>(row);
  return {
    ...made,
    timeline: readDocument(timelineDocument, made.timeline, timelineVersion),
    error: StoredError.nullable().parse(made.error),
  };
}
