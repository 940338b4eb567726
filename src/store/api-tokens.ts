import { sql, type Selectable } from 'kysely';
import { z } from 'zod';
import { SCOPES, type Scope } from '#contract/operation.ts';
import type { Db } from './database/open-database.ts';
import type { Tables } from './database/tables.ts';
import { isAfter, listKey, type ListPage } from './list-page.ts';
import { fromColumns, type Row } from './row.ts';

/** An API token as it is stored: what it may do, and the hash of it. */
export type ApiTokenRow = Omit<Row<Tables['api_token']>, 'scopes'> & { readonly scopes: readonly Scope[] };

/** What a new API token needs. */
export type NewApiTokenRow = Pick<
  ApiTokenRow,
  'id' | 'workspaceId' | 'userId' | 'name' | 'tokenPrefix' | 'sha256' | 'scopes'
> & { readonly expiresInDays: number | null };

const Scopes = z.array(z.enum(SCOPES));

/** Stores a new API token. */
export async function insertApiToken(db: Db, token: NewApiTokenRow): Promise<ApiTokenRow> {
  const row = await db
    .insertInto('api_token')
    .values({
      id: token.id,
      workspace_id: token.workspaceId,
      user_id: token.userId,
      name: token.name,
      token_prefix: token.tokenPrefix,
      sha256: token.sha256,
      scopes: JSON.stringify(token.scopes),
      expires_at: token.expiresInDays === null ? null : sql<Date>`now() + ${token.expiresInDays} * interval '24 hours'`,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return toToken(row);
}

/** The token of a hash while it is good; `leftMs` is how long it still is, null: until it is revoked. */
export async function findApiToken(
  db: Db,
  sha256: string,
): Promise<
  | (Pick<ApiTokenRow, 'id' | 'userId' | 'workspaceId' | 'scopes'> & {
      readonly leftMs: number | null;
    })
  | null
> {
  const row = await db
    .selectFrom('api_token')
    .select(['id', 'user_id as userId', 'workspace_id as workspaceId', 'scopes'])
    .select(sql<number | null>`(extract(epoch from expires_at - now()) * 1000)::float8`.as('leftMs'))
    .where('sha256', '=', sha256)
    .where('revoked_at', 'is', null)
    .where((is) => is.or([is('expires_at', 'is', null), is('expires_at', '>', sql<Date>`now()`)]))
    .executeTakeFirst();
  return row === undefined ? null : { ...row, scopes: Scopes.parse(row.scopes) };
}

/** The API tokens of a user, the newest first; expired ones too, revoked ones not. */
export async function listApiTokens(db: Db, userId: string, page: ListPage = {}): Promise<readonly ApiTokenRow[]> {
  let query = db.selectFrom('api_token').selectAll().where('user_id', '=', userId).where('revoked_at', 'is', null);
  if (page.after !== undefined) query = query.where(isAfter('created_at', 'desc', page.after));
  if (page.limit !== undefined) query = query.limit(page.limit);
  const rows = await query.orderBy(listKey('created_at'), 'desc').orderBy('id', 'desc').execute();
  return rows.map(toToken);
}

/** Whether a user has such a token that is not revoked. */
export async function hasApiToken(db: Db, userId: string, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('api_token')
    .select('id')
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Revokes a token of a user; false where there is none, or it was revoked before. */
export async function revokeApiToken(db: Db, userId: string, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('api_token')
    .set({ revoked_at: sql<Date>`now()` })
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function toToken(row: Selectable<Tables['api_token']>): ApiTokenRow {
  return { ...fromColumns<Tables['api_token']>(row), scopes: Scopes.parse(row.scopes) };
}
