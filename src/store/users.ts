import { sql } from 'kysely';
import type { Db } from './database/open-database.ts';

/** The owner of what the command line makes, and the workspace it is in. */
export interface LocalOwner {
  readonly userId: string;
  readonly workspaceId: string;
}

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
