import { sql, type Selectable } from 'kysely';
import { z } from 'zod';
import type { MediaFacts } from '#contract/take.ts';
import type { Db } from './database/open-database.ts';
import type { Tables } from './database/tables.ts';
import { fromColumns, toColumns, type Row } from './row.ts';
import { mediaFactsDocument, readDocument } from './stored-document.ts';

/** An asset as it is stored; `facts` is null for a font. */
export type AssetRow = Omit<Row<Tables['asset']>, 'facts' | 'tags' | 'schemaVersion'> & {
  readonly facts: MediaFacts | null;
  readonly tags: readonly string[];
};

/** What a new asset needs. */
export type NewAsset = Omit<AssetRow, 'revision' | 'createdAt' | 'updatedAt' | 'updatedBy' | 'deletedAt'>;

/** What of an asset may change. */
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

/** The assets of a project, the oldest first. */
export async function listAssets(db: Db, filter: { readonly projectId: string }): Promise<readonly AssetRow[]> {
  const rows = await db
    .selectFrom('asset')
    .selectAll()
    .where('project_id', '=', filter.projectId)
    .where('deleted_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(toAsset);
}

/** Changes an asset; null where there is none. */
export async function updateAsset(db: Db, id: string, patch: AssetPatch): Promise<AssetRow | null> {
  const row = await db
    .updateTable('asset')
    .set({ ...toColumns<Tables['asset']>(patch, JSON_KEYS), updated_at: sql`now()` })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? null : toAsset(row);
}

/** Removes an asset for good; false where there was none. Its media is the caller's to drop. */
export async function deleteAsset(db: Db, id: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('asset').where('id', '=', id).executeTakeFirst();
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
