import { sql, type Selectable } from 'kysely';
import { Problem } from '#contract/problems.ts';
import type { MediaFacts } from '#contract/take.ts';
import type { Db } from './database/open-database.ts';
import type { Tables, Trx } from './database/tables.ts';
import { lockMedia } from './media-lock.ts';
import { fromColumns, toColumns, type Row } from './row.ts';
import { mediaFactsDocument, readDocument } from './stored-document.ts';

/** A file in the media store; `facts` is null where nothing could be measured (a font). */
export type MediaRow = Omit<Row<Tables['media']>, 'facts' | 'schemaVersion'> & { readonly facts: MediaFacts | null };

/** Whose a file is; the same bytes may have many owners. `user`: a result of a call without a work. */
export interface MediaOwner {
  readonly kind: Tables['media_reference']['owner_kind'];
  readonly id: string;
}

/** What is stored of a file, or null where it is not in the store. */
export async function getMedia(db: Db, sha256: string): Promise<MediaRow | null> {
  const row = await db.selectFrom('media').selectAll().where('sha256', '=', sha256).executeTakeFirst();
  return row === undefined ? null : toMedia(row);
}

/**
 * The same, but null too where nothing of the workspace refers to it, an asset in the trash aside: for doors that hand
 * media out.
 */
export async function getMediaOf(db: Db, workspaceId: string, sha256: string): Promise<MediaRow | null> {
  return (await listMediaOf(db, workspaceId, [sha256])).get(sha256) ?? null;
}

/** Those of the files that are in the store and the workspace refers to, by their hashes. */
export async function listMediaOf(
  db: Db,
  workspaceId: string,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, MediaRow>> {
  if (hashes.length === 0) return new Map();
  const rows = await db
    .selectFrom('media')
    .selectAll()
    .where('sha256', '=', sql<string>`any(${hashes})`)
    .where(
      sql<boolean>`exists (select 1 from media_reference as reference
        where reference.sha256 = media.sha256 and reference.workspace_id = ${workspaceId}
          and not (reference.owner_kind = 'asset'
            and exists (select 1 from asset where asset.id = reference.owner_id and asset.deleted_at is not null)))`,
    )
    .execute();
  return new Map(rows.map((row) => [row.sha256, toMedia(row)]));
}

/**
 * Says that these bytes exist and whose they are; both are kept if they were said before.
 *
 * For bytes that are on their way into the store; of bytes that are there already, `shareMedia`.
 */
export async function refer(
  trx: Trx,
  media: Omit<MediaRow, 'createdAt'>,
  owner: MediaOwner & { readonly workspaceId: string },
): Promise<void> {
  await lockMedia(trx, media.sha256);
  const columns = toColumns<Tables['media']>({ ...media, schemaVersion: mediaFactsDocument.version }, ['facts']);
  await trx
    .insertInto('media')
    .values(columns)
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute();
  await insertReference(trx, media.sha256, owner);
}

/**
 * Gives a file that is in the store to one more owner.
 *
 * @throws Problem `media_missing` when its last owner has let it go in the meantime
 */
export async function shareMedia(
  trx: Trx,
  sha256: string,
  owner: MediaOwner & { readonly workspaceId: string },
): Promise<void> {
  await lockMedia(trx, sha256);
  if ((await getMedia(trx, sha256)) === null) throw new Problem('media_missing', { sha256 });
  await insertReference(trx, sha256, owner);
}

async function insertReference(
  trx: Trx,
  sha256: string,
  owner: MediaOwner & { readonly workspaceId: string },
): Promise<void> {
  await trx
    .insertInto('media_reference')
    .values({ sha256, owner_kind: owner.kind, owner_id: owner.id, workspace_id: owner.workspaceId })
    .onConflict((conflict) => conflict.columns(['sha256', 'owner_kind', 'owner_id']).doNothing())
    .execute();
}

function toMedia(row: Selectable<Tables['media']>): MediaRow {
  const { schemaVersion, ...media } = fromColumns<Tables['media']>(row);
  return {
    ...media,
    facts: media.facts === null ? null : readDocument(mediaFactsDocument, media.facts, schemaVersion),
  };
}
