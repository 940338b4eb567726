import { sql } from 'kysely';
import type { Db } from './database/open-database.ts';
import type { Tables, Trx } from './database/tables.ts';
import { fromColumns, type Row } from './row.ts';

/** Somebody with an account, or the local owner, who has neither address nor password. */
export type UserRow = Row<Tables['user']>;

/** The owner of what the command line makes, and the workspace it is in. */
export interface LocalOwner {
  readonly userId: string;
  readonly workspaceId: string;
}

/** What an account is opened with. */
export interface NewAccount extends LocalOwner {
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
}

const ACCOUNTS_LOCK = 7_305_003; // our own number space among the database's advisory locks

/**
 * Finds the local owner, or makes it under the given ids.
 *
 * There is one per database; of two processes that start at once, one makes it and both get it.
 */
export async function ensureLocalOwner(db: Db, ids: LocalOwner): Promise<LocalOwner> {
  await sql`
    with made as (
      insert into workspace (id, name, is_local) values (${ids.workspaceId}, 'Local', true)
      on conflict (is_local) where is_local do nothing returning id
    ), owner as (
      insert into "user" (id, email, name) select ${ids.userId}, null, 'Local owner' from made returning id
    )
    insert into membership (workspace_id, user_id, role) select made.id, owner.id, 'owner' from made, owner`.execute(
    db,
  );
  return db
    .selectFrom('workspace')
    .innerJoin('membership', 'membership.workspace_id', 'workspace.id')
    .where('workspace.is_local', '=', true)
    .where('membership.role', '=', 'owner')
    .select(['membership.user_id as userId', 'workspace.id as workspaceId'])
    .orderBy('membership.created_at')
    .executeTakeFirstOrThrow();
}

/** Makes everyone who opens or deletes an account wait for the end of this transaction, on all machines. */
export async function lockAccounts(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${ACCOUNTS_LOCK}::bigint)`.execute(trx);
}

/** Whether anybody has an account. */
export async function hasAccounts(db: Db): Promise<boolean> {
  const row = await db.selectFrom('user').select('id').where('email', 'is not', null).limit(1).executeTakeFirst();
  return row !== undefined;
}

/** The user, or null where there is none. */
export async function getUser(db: Db, id: string): Promise<UserRow | null> {
  const row = await db.selectFrom('user').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : fromColumns<Tables['user']>(row);
}

/** The account of an address, and the workspace that is its own; null where there is none. */
export async function getAccount(
  db: Db,
  email: string,
): Promise<{ readonly user: UserRow; readonly workspaceId: string } | null> {
  const row = await db
    .selectFrom('user')
    .innerJoin('membership', 'membership.user_id', 'user.id')
    .selectAll('user')
    .select('membership.workspace_id')
    .where('user.email', '=', email)
    .where('membership.role', '=', 'owner')
    .orderBy('membership.created_at')
    .executeTakeFirst();
  if (row === undefined) return null;
  const { workspace_id: workspaceId, ...user } = row;
  return { user: fromColumns<Tables['user']>(user), workspaceId };
}

/** Stores an account with a workspace of its own; null where the address is taken. */
export async function insertAccount(trx: Trx, account: NewAccount): Promise<UserRow | null> {
  const row = await trx
    .insertInto('user')
    .values({ id: account.userId, email: account.email, name: account.name, password_hash: account.passwordHash })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) return null;
  await trx.insertInto('workspace').values({ id: account.workspaceId, name: account.name, is_local: false }).execute();
  await trx
    .insertInto('membership')
    .values({ workspace_id: account.workspaceId, user_id: account.userId, role: 'owner' })
    .execute();
  return fromColumns<Tables['user']>(row);
}

/**
 * Makes the local owner somebody with an account; null where that has happened already.
 *
 * The user stays the same one, so that everything made without an account is theirs, and the command line goes on finding it.
 */
export async function claimLocalOwner(
  trx: Trx,
  owner: LocalOwner,
  account: Pick<NewAccount, 'email' | 'name' | 'passwordHash'>,
): Promise<UserRow | null> {
  const row = await trx
    .updateTable('user')
    .set({ email: account.email, name: account.name, password_hash: account.passwordHash })
    .set({ created_at: sql`now()`, updated_at: sql`now()` })
    .where('id', '=', owner.userId)
    .where('email', 'is', null)
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? null : fromColumns<Tables['user']>(row);
}

/** Gives an account another password. */
export async function setPasswordHash(db: Db, userId: string, passwordHash: string): Promise<void> {
  await db
    .updateTable('user')
    .set({ password_hash: passwordHash, updated_at: sql`now()` })
    .where('id', '=', userId)
    .execute();
}
