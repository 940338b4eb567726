import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements: readonly string[] = [
  // Decided when it is asked for, since that much is held for it: an engine that needs no key costs something with one.
  `alter table generation add column with_key boolean not null default false`,
  `update generation set with_key = true where sealed_key is not null`,
];

/** Whether a key goes along with a generation. */
export const withKey: Migration = {
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
