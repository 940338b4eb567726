import { sql, type RawBuilder } from 'kysely';

/** Where a page of a list ended: the moment it is sorted by (Unix ms) and the id, which decides between equals. */
export interface ListPlace {
  readonly atMs: number;
  readonly id: string;
}

/** Which part of a list is wanted; everything where neither is said. */
export interface ListPage {
  readonly limit?: number | undefined;
  readonly after?: ListPlace | undefined;
}

/** What a list in pages is sorted by: a moment as clients see it, so that a place found by it is exact. */
export function listKey(column: string): RawBuilder<Date> {
  return sql<Date>`date_trunc('milliseconds', ${sql.ref(column)})`;
}

/**
 * Whether a row comes after a place, in a list sorted by `listKey(column)` and then by id, both in this order.
 *
 * @param id the column of the id, where a bare `id` could be another table's
 */
export function isAfter(column: string, order: 'asc' | 'desc', after: ListPlace, id = 'id'): RawBuilder<boolean> {
  const beyond = order === 'asc' ? sql`>` : sql`<`;
  const moment = new Date(after.atMs).toISOString();
  return sql<boolean>`(${listKey(column)}, ${sql.ref(id)}) ${beyond} (${moment}::timestamptz, ${after.id}::text)`;
}
