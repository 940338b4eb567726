import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeOnEachEngine, newEmbeddedPlace, type Place } from '../../../test/engines.ts';
import { migrations } from '../migrations/all.ts';
import { backUp } from './backup.ts';
import { migrate } from './migrate.ts';
import { openDatabase, type Database } from './open-database.ts';

// Making a new database takes seconds; a build skips nothing.
const isDeep = process.env['SCENEWRIGHT_TEST_TIER'] === 'deep' || process.env['CI'] === 'true';
const log = (): void => undefined;
const directories: string[] = [];
const aDirectory = async (): Promise<string> => {
  const directory = await mkdtemp(join(tmpdir(), 'migrate-'));
  directories.push(directory);
  return directory;
};
afterAll(() => Promise.all(directories.map((directory) => rm(directory, { recursive: true }))));

type AnyKysely = Parameters<(typeof migrations)[string]['up']>[0];

const oneMore = {
  ...migrations,
  '9999-test': {
    up: async (db: AnyKysely) => {
      await sql`create table test_more (n int)`.execute(db);
    },
  },
};

describeOnEachEngine('migrations', (open, newPlace) => {
  let place: Place;
  let database: Database;
  beforeAll(async () => {
    place = await newPlace();
    // Two at once where that is possible: machines of one installation may start together.
    const opened = await Promise.all(place.url === undefined ? [open(place)] : [open(place), open(place), open(place)]);
    for (const each of opened) expect(await tableNames(each)).toContain('work');
    database = await open(await newPlace());
  });

  test('an empty database gets every table, and there is nothing to do the next time', async () => {
    const names = await tableNames(database);
    for (const name of [
      'user',
      'workspace',
      'project',
      'work',
      'scene',
      'take',
      'generation',
      'job',
      'export',
      'media',
    ]) {
      expect(names).toContain(name);
    }
    expect(await migrate(database.kysely, migrations, () => Promise.reject(new Error('nothing to do')))).toEqual([]);
  });

  test('rows that each version wrote are all there after walking up from the first', async () => {
    const { kysely } = database;
    await sql`drop schema public cascade`.execute(kysely);
    await sql`create schema public`.execute(kysely);
    const reached: typeof migrations = {};
    const expected = new Map<string, number>();
    for (const [name, migration] of Object.entries(migrations)) {
      Object.assign(reached, { [name]: migration });
      expect(await migrate(kysely, reached, async () => undefined)).toEqual([name]);
      for (const insert of await fixtureOf(name)) {
        const table = /insert into "?(\w+)"?/.exec(insert)?.[1] ?? '';
        expected.set(table, (expected.get(table) ?? 0) + 1);
        await sql.raw(insert).execute(kysely);
      }
    }
    expect(expected.size).toBeGreaterThanOrEqual(19);
    for (const [table, count] of expected) {
      const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`.execute(
        kysely,
      );
      expect(rows[0]?.count, table).toBe(count);
    }
  });

  test('a film that was made before its work knew its sound has it, and music of the user stays an asset', async () => {
    const { kysely } = database;
    const edit = (media: object): string => JSON.stringify({ audio: [{ kind: 'music', media }] });
    const [made, given] = ['c', 'd'].map((letter) => letter.repeat(64));
    await sql`update work set audio_sha256 = null, timeline = ${edit({ sha256: made })}::jsonb where id = 'work_1'`.execute(
      kysely,
    );
    await sql`update work set audio_sha256 = null, timeline = ${edit({ sha256: given, assetId: 'asset_1' })}::jsonb
      where id = 'work_8'`.execute(kysely);
    await migrations['0008-sound-of-films']?.up(kysely as unknown as AnyKysely);
    const { rows } = await sql`select id, audio_sha256 from work where timeline is not null order by id`.execute(
      kysely,
    );
    expect(rows).toEqual([
      { id: 'work_1', audio_sha256: made },
      { id: 'work_8', audio_sha256: null },
    ]);
  });

  test('a migration that fails halfway leaves everything as it was', async () => {
    const failing = {
      ...migrations,
      '9999-test': {
        up: async (db: AnyKysely) => {
          await sql`create table test_half (n int)`.execute(db);
          await sql`insert into no_such_table values (1)`.execute(db);
        },
      },
    };
    await expect(migrate(database.kysely, failing, async () => undefined)).rejects.toThrow('no_such_table');
    expect(await tableNames(database)).not.toContain('test_half');
  });

  test('a database that a newer program wrote is refused', async () => {
    expect(await migrate(database.kysely, oneMore, async () => undefined)).toEqual(['9999-test']);
    await expect(migrate(database.kysely, migrations, async () => undefined)).rejects.toMatchObject({
      code: 'database_newer',
      facts: { found: '9999-test' },
    });
  });
});

test('an embedded database is backed up before it is migrated, and the backup can be opened', async () => {
  const { directory } = await newEmbeddedPlace();
  const database = await openDatabase({ directory, log });
  await database.kysely.insertInto('workspace').values({ id: 'wsp_kept', name: 'kept', is_local: false }).execute();
  const { pglite } = database;
  if (pglite === undefined) throw new Error('it is embedded');
  const backups = join(directory, 'backups');
  await mkdir(backups);
  for (const day of [1, 2, 3]) await writeFile(join(backups, `2026-01-0${day}-before-0001.tar.gz`), '');
  const told: (readonly string[])[] = [];
  await migrate(database.kysely, oneMore, async (pending) => {
    told.push(pending);
    await backUp(pglite, directory, `before-${pending[0]}`);
  });
  await database.close();

  expect(told).toEqual([['9999-test']]);
  const kept = (await readdir(backups)).toSorted();
  expect(kept).toEqual([
    '2026-01-02-before-0001.tar.gz',
    '2026-01-03-before-0001.tar.gz',
    expect.stringMatching(/before-9999-test\.tar\.gz$/),
  ]);
  const backup = await readFile(join(backups, kept[2] ?? ''));
  const restored = await PGlite.create({ loadDataDir: new Blob([backup]) });
  const { rows } = await restored.query(
    `select id, (select count(*)::int from information_schema.tables where table_name = 'test_more') as more from workspace`,
  );
  await restored.close();
  expect(rows).toEqual([{ id: 'wsp_kept', more: 0 }]);
});

test('files of another PostgreSQL version are refused in words', async () => {
  const directory = await aDirectory();
  await mkdir(join(directory, 'pg'));
  await writeFile(join(directory, 'pg', 'PG_VERSION'), '19\n');
  await expect(openDatabase({ directory, log })).rejects.toMatchObject({ code: 'database_newer' });
  await writeFile(join(directory, 'pg', 'PG_VERSION'), '17\n');
  await expect(openDatabase({ directory, log })).rejects.toMatchObject({ code: 'bad_configuration' });
});

test.runIf(isDeep)('a first start that was killed halfway is begun again', async () => {
  const directory = await aDirectory();
  await mkdir(join(directory, 'pg.init'));
  await writeFile(join(directory, 'pg.init', 'PG_VERSION'), '18\n');
  const database = await openDatabase({ directory, log });
  await database.close();
  expect(existsSync(join(directory, 'pg.init'))).toBe(false);
});

async function fixtureOf(migration: string): Promise<string[]> {
  const file = new URL(`../migrations/fixtures/${migration.slice(0, 4)}.sql`, import.meta.url);
  return (await readFile(file, 'utf8')).split(/;\n/).filter((statement) => statement.trim() !== '');
}

async function tableNames(database: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public'`.execute(database.kysely);
  return rows.map((row) => row.name);
}
