import type { Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { Problem } from '#contract/problems.ts';
import type { Tables } from './tables.ts';

/**
 * Brings the tables up to this program's version; forward only.
 *
 * Each run is one transaction, and on a server Kysely holds an advisory lock meanwhile, so that machines that start
 * together don't collide.
 *
 * @param beforeChange called when there is something to do on a database that has tables already
 * @returns names of the migrations that ran
 * @throws Problem `database_newer` when it holds a migration this program doesn't know
 */
export async function migrate(
  kysely: Kysely<Tables>,
  migrations: Readonly<Record<string, Migration>>,
  beforeChange: (pending: readonly string[]) => Promise<void>,
): Promise<readonly string[]> {
  const applied = await appliedMigrations(kysely);
  const unknown = applied.find((name) => !(name in migrations));
  if (unknown !== undefined) throw new Problem('database_newer', { found: unknown });

  const pending = Object.keys(migrations).filter((name) => !applied.includes(name));
  if (pending.length === 0) return [];
  if (applied.length > 0) await beforeChange(pending);

  const migrator = new Migrator({ db: kysely, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  return pending;
}

const NO_SUCH_TABLE = '42P01'; // https://www.postgresql.org/docs/current/errcodes-appendix.html

async function appliedMigrations(kysely: Kysely<Tables>): Promise<readonly string[]> {
  try {
    const rows = await kysely.selectFrom('kysely_migration').select('name').orderBy('name').execute();
    return rows.map((row) => row.name);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === NO_SUCH_TABLE) return [];
    throw error;
  }
}
