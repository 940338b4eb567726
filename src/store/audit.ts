import type { Db } from './database/open-database.ts';

/** Who did what, by what, to what: ids only, never a word that somebody typed. */
export interface AuditEntry {
  readonly workspaceId: string | null;
  readonly userId: string | null;
  /** The id of a session or API token, or `local` or `none`. */
  readonly credential: string;
  readonly verb:
    | 'register'
    | 'login'
    | 'login_failed'
    | 'logout'
    | 'refresh_reused'
    | 'password'
    | 'password_reset'
    | 'session_revoked'
    | 'token_created'
    | 'token_revoked'
    | 'provider_changed'
    | 'provider_key_stored'
    | 'provider_key_removed'
    | 'provider_cleared'
    | 'budget_set'
    | 'budget_lifted'
    | 'account_deleted';
  readonly target: string | null;
}

/** Writes a line of the audit; it outlives what it is about. */
export async function writeAudit(db: Db, entry: AuditEntry): Promise<void> {
  await db
    .insertInto('audit')
    .values({
      workspace_id: entry.workspaceId,
      user_id: entry.userId,
      credential: entry.credential,
      verb: entry.verb,
      target: entry.target,
    })
    .execute();
}
