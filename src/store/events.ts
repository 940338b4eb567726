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

/** An event and the project its work is in; null for one outside works, and once the work is gone. */
export type KeptEvent = Event & { readonly projectId: string | null };

/** Events of a workspace (or of one work of it) after a number, in order; none is ever skipped. */
export async function eventsAfter(
  db: Db,
  seq: number,
  filter: {
    readonly workspaceId: string;
    readonly workId?: string;
    /** Leaves out the jobs that others asked for without a work. */
    readonly seenBy?: string;
    readonly limit?: number;
  },
): Promise<readonly KeptEvent[]> {
  let query = db
    .selectFrom('event')
    .leftJoin('work', 'work.id', 'event.work_id')
    .select(['event.seq', 'event.work_id', 'work.project_id', 'event.type', 'event.data', 'event.at'])
    .where('event.seq', '>', seq)
    .where('event.workspace_id', '=', filter.workspaceId);
  const { workId, seenBy, limit } = filter;
  if (workId !== undefined) query = query.where('event.work_id', '=', workId);
  if (seenBy !== undefined) {
    query = query.where((is) =>
      is.or([
        is('event.work_id', 'is not', null),
        is.exists(
          is
            .selectFrom('job')
            .select('job.id')
            .where('job.id', '=', sql<string>`event.data ->> 'jobId'`)
            .where('job.created_by', '=', seenBy),
        ),
      ]),
    );
  }
  if (limit !== undefined) query = query.limit(limit);
  const rows = await query.orderBy('event.seq').execute();
  return rows.map((row) => ({
    ...Event.parse({ seq: row.seq, workId: row.work_id, type: row.type, data: row.data, at: row.at.getTime() }),
    projectId: row.project_id,
  }));
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
