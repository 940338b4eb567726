import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Exports that wait until they are resumed. */
export const pausedExports: Migration = {
  async up(db) {
    await sql`alter table export add column paused_at timestamptz`.execute(db);
  },
};
