import { sql, type RawBuilder } from 'kysely';
import type { Db } from './database/open-database.ts';
import type { Tables, Trx } from './database/tables.ts';
import { fromColumns, type Row } from './row.ts';

/** A place somebody is signed in at. */
export type SessionRow = Row<Tables['session']>;

/** What a new session needs. */
export type NewSession = Pick<SessionRow, 'id' | 'userId' | 'workspaceId' | 'userAgent' | 'ip'>;

/** The hashes of two fresh secrets and how long they are good for. */
export interface NewSecrets {
  readonly accessSha256: string;
  readonly refreshSha256: string;
  readonly accessS: number;
  readonly refreshS: number;
}

/**
 * What came of offering a refresh token; `reused`: it had been exchanged before, and the session is over now; `raced`: it
 * was exchanged while this offer waited, and the session goes on.
 */
export type Exchanged =
  | { readonly outcome: 'exchanged' | 'reused' | 'raced'; readonly session: SessionRow }
  | { readonly outcome: 'unknown' };

const inSeconds = (seconds: number) => sql<Date>`now() + ${seconds} * interval '1 second'`;

/** Stores a new session with its first two secrets. */
export async function insertSession(trx: Trx, session: NewSession, secrets: NewSecrets): Promise<SessionRow> {
  const row = await trx
    .insertInto('session')
    .values({
      id: session.id,
      user_id: session.userId,
      workspace_id: session.workspaceId,
      user_agent: session.userAgent,
      ip: session.ip,
      expires_at: inSeconds(secrets.refreshS),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await insertSecrets(trx, session.id, secrets);
  return fromColumns<Tables['session']>(row);
}

/**
 * Exchanges a refresh token for two new secrets, once; the session is good for as long again.
 *
 * @param offered when it came, and how late it is, by the clock of this process
 */
export async function exchangeRefresh(
  trx: Trx,
  refreshSha256: string,
  secrets: NewSecrets,
  offered: { readonly atMs: number; readonly nowMs: () => number },
): Promise<Exchanged> {
  // Locked, so that of two that offer the same token at once the second sees that the first has used it.
  const row = await trx
    .selectFrom('session_secret as secret')
    .innerJoin('session', 'session.id', 'secret.session_id')
    .selectAll('session')
    .select(epochMs(sql`secret.used_at`).as('used_at_ms'))
    .where('secret.sha256', '=', refreshSha256)
    .where('secret.kind', '=', 'refresh')
    .where('secret.expires_at', '>', sql<Date>`now()`)
    .where('session.revoked_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return { outcome: 'unknown' };
  const { used_at_ms: usedAtMs, ...columns } = row;
  const session = fromColumns<Tables['session']>(columns);
  if (usedAtMs !== null) {
    if (usedAtMs > (await databaseTimeOf(trx, offered))) return { outcome: 'raced', session };
    await revokeSessions(trx, { sessionId: session.id });
    return { outcome: 'reused', session };
  }
  await trx
    .updateTable('session')
    .set({ expires_at: inSeconds(secrets.refreshS), last_used_at: sql<Date>`now()` })
    .where('id', '=', session.id)
    .execute();
  await insertSecrets(trx, session.id, secrets);
  // Last, and by the clock: who has offered it by then knows nothing of the new ones.
  await trx
    .updateTable('session_secret')
    .set({ used_at: sql<Date>`clock_timestamp()` })
    .where('sha256', '=', refreshSha256)
    .execute();
  return { outcome: 'exchanged', session };
}

const LOOKS_AT_CLOCK = 5; // one of them is not held up, on a busy machine too

/** When something was by the database's clock, by the process's own: then or up to some milliseconds before, never after. */
async function databaseTimeOf(
  trx: Trx,
  { atMs, nowMs }: { readonly atMs: number; readonly nowMs: () => number },
): Promise<number> {
  const aheadMs: number[] = [];
  for (let look = 0; look < LOOKS_AT_CLOCK; look++) {
    const { rows } = await sql<{ ms: number }>`select ${epochMs(sql`clock_timestamp()`)} as ms`.execute(trx);
    // What is answered was read before: it is ahead by this at least, but for the fraction of ours that is cut off.
    aheadMs.push((rows[0]?.ms ?? 0) - nowMs() - 1);
  }
  return atMs + Math.max(...aheadMs);
}

const epochMs = (moment: RawBuilder<unknown>) => sql<number>`(extract(epoch from ${moment}) * 1000)::float8`;

/** The session that a secret belongs to while both are good; `leftMs` is how long the secret still is. */
export async function findSession(
  db: Db,
  sha256: string,
  kind: 'access' | 'refresh',
): Promise<(Pick<SessionRow, 'id' | 'userId' | 'workspaceId'> & { readonly leftMs: number }) | null> {
  const row = await db
    .selectFrom('session_secret as secret')
    .innerJoin('session', 'session.id', 'secret.session_id')
    .select(['session.id', 'session.user_id as userId', 'session.workspace_id as workspaceId'])
    .select(sql<number>`(extract(epoch from secret.expires_at - now()) * 1000)::float8`.as('leftMs'))
    .where('secret.sha256', '=', sha256)
    .where('secret.kind', '=', kind)
    .where('secret.expires_at', '>', sql<Date>`now()`)
    .where('session.revoked_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** Where a user is signed in, the last used first. */
export async function listSessions(db: Db, userId: string): Promise<readonly SessionRow[]> {
  const rows = await db
    .selectFrom('session')
    .selectAll()
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .orderBy('last_used_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => fromColumns<Tables['session']>(row));
}

/** Ends one session, or those of a user (but one); returns how many were not over yet. */
export async function revokeSessions(
  db: Db,
  which: { readonly sessionId: string; readonly userId?: string } | { readonly userId: string; readonly but?: string },
): Promise<number> {
  let query = db
    .updateTable('session')
    .set({ revoked_at: sql<Date>`now()` })
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`);
  if (which.userId !== undefined) query = query.where('user_id', '=', which.userId);
  if ('sessionId' in which) query = query.where('id', '=', which.sessionId);
  else if (which.but !== undefined) query = query.where('id', '!=', which.but);
  const { numUpdatedRows } = await query.executeTakeFirst();
  return Number(numUpdatedRows);
}

async function insertSecrets(trx: Trx, sessionId: string, secrets: NewSecrets): Promise<void> {
  await trx
    .insertInto('session_secret')
    .values([
      {
        sha256: secrets.accessSha256,
        session_id: sessionId,
        kind: 'access',
        expires_at: inSeconds(secrets.accessS),
      },
      {
        sha256: secrets.refreshSha256,
        session_id: sessionId,
        kind: 'refresh',
        expires_at: inSeconds(secrets.refreshS),
      },
    ])
    .execute();
}
