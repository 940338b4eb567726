import { sql, type Selectable } from 'kysely';
import { z } from 'zod';
import type { AssetType } from '#contract/asset.ts';
import type { MediaFacts } from '#contract/take.ts';
import type { Db } from './database/open-database.ts';
import type { Tables } from './database/tables.ts';
import { isAfter, listKey, type ListPage } from './list-page.ts';
import { fromColumns, toColumns, type Row } from './row.ts';
import { mediaFactsDocument, readDocument } from './stored-document.ts';
import { strictlyLater } from './strictly-later.ts';

/** An asset as it is stored; `facts` is null for a font. */
export type AssetRow = Omit<Row<Tables['asset']>, 'facts' | 'tags' | 'schemaVersion'> & {
  readonly facts: MediaFacts | null;
  readonly tags: readonly string[];
};

/** What a new asset needs. */
export type NewAsset = Omit<AssetRow, 'revision' | 'createdAt' | 'updatedAt' | 'updatedBy' | 'deletedAt'>;

/** What of an asset may change; each change raises its revision. */
export type AssetPatch = Partial<
  Pick<AssetRow, 'name' | 'filename' | 'sha256' | 'facts' | 'tags' | 'description' | 'updatedBy' | 'deletedAt'>
>;

const JSON_KEYS = ['facts', 'tags'];

/** Stores an asset; its media must be kept already (keep-media.ts). */
export async function insertAsset(db: Db, asset: NewAsset): Promise<AssetRow> {
  const columns = toColumns<Tables['asset']>({ ...asset, schemaVersion: mediaFactsDocument.version }, JSON_KEYS);
  return toAsset(await db.insertInto('asset').values(columns).returningAll().executeTakeFirstOrThrow());
}

/** The asset, or null where there is none or it is in the trash. */
export async function getAsset(db: Db, id: string): Promise<AssetRow | null> {
  const row = await db
    .selectFrom('asset')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : toAsset(row);
}

/** Which assets of a project are meant. */
interface AssetFilter {
  readonly projectId: string;
  readonly type?: AssetType | undefined;
  readonly sha256?: string;
  /** Those of these names; what is no name of an asset there is not found. */
  readonly ids?: readonly string[];
}

/** The assets of a project, the oldest first. */
export async function listAssets(db: Db, filter: AssetFilter & ListPage): Promise<readonly AssetRow[]> {
  let query = assetsWhere(db, filter).selectAll();
  if (filter.after !== undefined) query = query.where(isAfter('created_at', 'asc', filter.after));
  if (filter.limit !== undefined) query = query.limit(filter.limit);
  const rows = await query.orderBy(listKey('created_at')).orderBy('id').execute();
  return rows.map(toAsset);
}

/** How many assets there are, and the bytes of their files together. */
export async function sumAssets(
  db: Db,
  filter: AssetFilter,
): Promise<{ readonly count: number; readonly sizeBytes: number }> {
  const { count, bytes } = await assetsWhere(db, filter)
    .leftJoin('media', 'media.sha256', 'asset.sha256')
    .select((select) => [
      select.fn.countAll<string>().as('count'),
      select.fn.coalesce(select.fn.sum<string>('media.size_bytes'), sql<string>`0`).as('bytes'),
    ])
    .executeTakeFirstOrThrow();
  return { count: Number(count), sizeBytes: Number(bytes) };
}

function assetsWhere(db: Db, { projectId, type, sha256, ids }: AssetFilter) {
  let query = db.selectFrom('asset').where('project_id', '=', projectId).where('deleted_at', 'is', null);
  if (type !== undefined) query = query.where('type', '=', type);
  if (sha256 !== undefined) query = query.where('asset.sha256', '=', sha256);
  if (ids !== undefined) query = query.where('asset.id', '=', sql<string>`any(${ids})`);
  return query;
}

/** Changes an asset; null where there is none, or where `ifRevision` is not its revision any more. */
export async function updateAsset(
  db: Db,
  id: string,
  patch: AssetPatch,
  condition: { readonly ifRevision?: number } = {},
): Promise<AssetRow | null> {
  let query = db
    .updateTable('asset')
    .set(toColumns<Tables['asset']>(patch, JSON_KEYS))
    .set({ updated_at: strictlyLater, revision: sql<number>`revision + 1` })
    .where('id', '=', id);
  if (condition.ifRevision !== undefined) query = query.where('revision', '=', condition.ifRevision);
  const row = await query.returningAll().executeTakeFirst();
  return row === undefined ? null : toAsset(row);
}

/** Removes an asset for good; false where there was none, or where `ifRevision` is not its revision any more. Its media is the caller's to drop. */
export async function deleteAsset(
  db: Db,
  id: string,
  condition: { readonly ifRevision?: number } = {},
): Promise<boolean> {
  let query = db.deleteFrom('asset').where('id', '=', id);
  if (condition.ifRevision !== undefined) query = query.where('revision', '=', condition.ifRevision);
  const { numDeletedRows } = await query.executeTakeFirst();
  return numDeletedRows > 0n;
}

function toAsset(row: Selectable<Tables['asset']>): AssetRow {
  const { schemaVersion, ...asset } = fromColumns<Tables['asset']>(row);
  return {
    ...asset,
    facts: asset.facts === null ? null : readDocument(mediaFactsDocument, asset.facts, schemaVersion),
    tags: z.array(z.string()).parse(asset.tags),
  };
}
