import { sql } from 'kysely';
import { Event, type EventNews } from '#contract/events.ts';
import type { Db } from './database/open-database.ts';

/** What is notified when events were committed; the payload is only a wake-up, the events are in their table. */
export const EVENT_CHANNEL = 'scenewright_event';

/** Records what happened, in the transaction it happened in; it gets its number and is notified at the commit. */
export async function appendEvent(
  db: Db,
  event: { readonly workspaceId: string; readonly workId: string | null } & EventNews,
): Promise<void> {
  await db
    .insertInto('event')
    .values({
      workspace_id: event.workspaceId,
      work_id: event.workId,
      type: event.type,
      data: JSON.stringify(event.data),
    })
    .execute();
}

/** Events of a workspace (or of one work of it) after a number, in order; none is ever skipped. */
export async function eventsAfter(
  db: Db,
  seq: number,
  filter: { readonly workspaceId: string; readonly workId?: string; readonly limit?: number },
): Promise<readonly Event[]> {
  let query = db
    .selectFrom('event')
    .select(['seq', 'work_id', 'type', 'data', 'at'])
    .where('seq', '>', seq)
    .where('workspace_id', '=', filter.workspaceId);
  if (filter.workId !== undefined) query = query.where('work_id', '=', filter.workId);
  if (filter.limit !== undefined) query = query.limit(filter.limit);
  const rows = await query.orderBy('seq').execute();
  return rows.map((row) =>
    Event.parse({ seq: row.seq, workId: row.work_id, type: row.type, data: row.data, at: row.at.getTime() }),
  );
}

/** The numbers of the first and the last event that are kept, 0 where there is none: a reader behind the first has missed some. */
export async function eventsKept(db: Db): Promise<{ readonly first: number; readonly last: number }> {
  return db
    .selectFrom('event')
    .select([sql<number>`coalesce(min(seq), 0)`.as('first'), sql<number>`coalesce(max(seq), 0)`.as('last')])
    .executeTakeFirstOrThrow();
}

/**
 * Removes events older than a number of days, the oldest first and without leaving a gap; the last one always stays, so
 * that numbers go on from it.
 *
 * @returns how many
 */
export async function sweepEvents(db: Db, keptDays: number): Promise<number> {
  const old = sql<number>`(select max(seq) from event where at < now() - ${keptDays} * interval '1 day')`;
  const { numDeletedRows } = await db
    .deleteFrom('event')
    .where('seq', '<=', old)
    .where('seq', '<', sql<number>`(select max(seq) from event)`)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
