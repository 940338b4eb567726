import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { describeOnEachEngine } from '../../../test/engines.ts';
import type { Database } from './open-database.ts';

describeOnEachEngine('transactions', (open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });

  test('the outer handle inside a transaction throws instead of hanging', async () => {
    await database.transaction(async (trx) => {
      await addWorkspace(trx, 'guard_1');
      await expect(workspaceIds(database, 'guard')).rejects.toThrow('outer database handle');
      await expect(sql`select 1`.execute(database.kysely)).rejects.toThrow('outer database handle');
      await expect(database.transaction(async () => undefined)).rejects.toThrow('outer database handle');
      await expect(database.kysely.startTransaction().execute()).rejects.toThrow('outer database handle');
    });
    expect(await workspaceIds(database, 'guard')).toEqual(['guard_1']);
  });

  test('after a transaction the outer handle works again, also in what the transaction left running', async () => {
    const { promise: ended, resolve: end } = Promise.withResolvers<void>();
    let afterwards: Promise<unknown> | undefined;
    await database.transaction(async () => {
      afterwards = ended.then(() => workspaceIds(database, 'left_running'));
    });
    end();
    expect(await afterwards).toEqual([]);
  });

  test('a transaction that throws leaves nothing', async () => {
    const failing = database.transaction(async (trx) => {
      await addWorkspace(trx, 'throws_1');
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await workspaceIds(database, 'throws')).toEqual([]);
  });

  test('statements beside a transaction never join it', async () => {
    const failing = database.transaction(async (trx) => {
      await addWorkspace(trx, 'beside_inside');
      await new Promise((done) => setTimeout(done, 40));
      throw new Error('rolled back');
    });
    const beside = addWorkspace(database.kysely, 'beside_1');
    const later = new Promise((done) => setTimeout(done, 10)).then(() => addWorkspace(database.kysely, 'beside_2'));
    await Promise.allSettled([failing, beside, later]);
    expect(await workspaceIds(database, 'beside')).toEqual(['beside_1', 'beside_2']);
  });

  test('a listener is told after the commit, may use the database, and never hears of what was rolled back', async () => {
    const told: string[] = [];
    let read: Promise<unknown> | undefined;
    const stop = await database.listen('scenewright_test', (payload) => {
      told.push(payload);
      read = workspaceIds(database, 'told');
    });
    const notify = (db: Database['kysely'], payload: string) =>
      sql`select pg_notify('scenewright_test', ${payload}::text)`.execute(db);
    const failing = database.transaction(async (trx) => {
      await notify(trx, 'rolled back');
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await database.transaction(async (trx) => {
      await notify(trx, 'committed');
      await addWorkspace(trx, 'told_1');
      expect(told).toEqual([]);
    });
    await expect.poll(() => told).toEqual(['committed']);
    expect(await read).toEqual(['told_1']);
    await stop();
    await notify(database.kysely, 'after the end');
    await new Promise((done) => setTimeout(done, 50));
    expect(told).toEqual(['committed']);
  });

  test('a listener goes on after its connection was lost, and is woken because something may have been missed', async () => {
    if (database.engine === 'embedded') return; // it has no connection to lose
    const told: string[] = [];
    const stop = await database.listen('scenewright_lost', (payload) => told.push(payload));
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'scenewright listener' and datname = current_database()`.execute(database.kysely);
    await expect.poll(() => told).toEqual(['']);
    await sql`select pg_notify('scenewright_lost', 'again')`.execute(database.kysely);
    await expect.poll(() => told).toEqual(['', 'again']);
    await stop();
  });
});

function addWorkspace(db: Database['kysely'], id: string): Promise<unknown> {
  return db.insertInto('workspace').values({ id, name: id, is_local: false }).execute();
}

async function workspaceIds(database: Database, prefix: string): Promise<string[]> {
  const rows = await database.kysely
    .selectFrom('workspace')
    .select('id')
    .where('id', 'like', `${prefix}%`)
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}
