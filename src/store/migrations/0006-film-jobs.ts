import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements: readonly string[] = [
  `alter table job drop constraint job_kind_check`,
  `alter table job add constraint job_kind_check check (kind in
    ('analyze', 'scenario', 'image', 'video', 'export', 'scene', 'describe', 'derive', 'style', 'film'))`,
];

/** Whole films from one line, as jobs. */
export const filmJobs: Migration = {
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
