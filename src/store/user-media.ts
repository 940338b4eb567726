import { sql } from 'kysely';
import type { Db } from './database/open-database.ts';
import type { Tables } from './database/tables.ts';
import { fromColumns, toColumns, type Row } from './row.ts';

/** Media that belongs to a user and to no work: the result of a call without one. */
export type UserMediaRow = Row<Tables['user_media']>;

/** What new media of a user needs. */
export type NewUserMedia = Omit<UserMediaRow, 'createdAt'>;

/** Stores media of a user; the file must be kept already, for the owner `user` of this id (keep-media.ts). */
export async function insertUserMedia(db: Db, media: NewUserMedia): Promise<UserMediaRow> {
  const columns = toColumns<Tables['user_media']>(media, []);
  return fromColumns<Tables['user_media']>(
    await db.insertInto('user_media').values(columns).returningAll().executeTakeFirstOrThrow(),
  );
}

/** The media, or null where there is none or its time is over. */
export async function getUserMedia(db: Db, id: string): Promise<UserMediaRow | null> {
  const row = await db
    .selectFrom('user_media')
    .selectAll()
    .where('id', '=', id)
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst();
  return row === undefined ? null : fromColumns<Tables['user_media']>(row);
}

/** Removes the rows whose time is over; their files are the caller's to drop. @returns their ids */
export async function deleteExpiredUserMedia(db: Db): Promise<readonly string[]> {
  const rows = await db
    .deleteFrom('user_media')
    .where('expires_at', '<=', sql<Date>`now()`)
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}
