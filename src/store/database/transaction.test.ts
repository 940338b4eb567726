import { sql } from 'kysely';
import { describeOnEachEngine } from '../../../test/engines.ts';
import { expect, test } from 'vitest';
import type { Database } from './open-database.ts';

describeOnEachEngine('transactions', (open) => {
  test('the outer handle inside a transaction throws instead of hanging', async () => {
    const database = await open();
    await database.transaction(async (trx) => {
      await addWorkspace(trx, 'wsp_a');
      await expect(database.kysely.selectFrom('workspace').selectAll().execute()).rejects.toThrow(
        'outer database handle',
      );
      await expect(sql`select 1`.execute(database.kysely)).rejects.toThrow('outer database handle');
      await expect(database.transaction(async () => undefined)).rejects.toThrow('outer database handle');
    });
    expect(await workspaceIds(database)).toEqual(['wsp_a']);
  });

  test('after a transaction the outer handle works again, also in what the transaction left running', async () => {
    const database = await open();
    let afterwards: Promise<unknown> | undefined;
    await database.transaction(async () => {
      afterwards = new Promise((done) => setTimeout(done, 30)).then(() => workspaceIds(database));
    });
    expect(await afterwards).toEqual([]);
  });

  test('a transaction that throws leaves nothing', async () => {
    const database = await open();
    const failing = database.transaction(async (trx) => {
      await addWorkspace(trx, 'wsp_a');
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await workspaceIds(database)).toEqual([]);
  });

  test('statements beside a transaction never join it', async () => {
    const database = await open();
    const failing = database
      .transaction(async (trx) => {
        await addWorkspace(trx, 'wsp_inside');
        await new Promise((done) => setTimeout(done, 30));
        throw new Error('rolled back');
      })
      .catch(() => undefined);
    await Promise.all([
      failing,
      addWorkspace(database.kysely, 'wsp_beside'),
      new Promise((done) => setTimeout(done, 5)).then(() => addWorkspace(database.kysely, 'wsp_later')),
    ]);
    expect(await workspaceIds(database)).toEqual(['wsp_beside', 'wsp_later']);
  });

  test('a listener is told after the commit, may use the database, and a rolled-back notification is never told', async () => {
    const database = await open();
    const told: string[] = [];
    let read: Promise<unknown> | undefined;
    const stop = await database.listen('scenewright_test', (payload) => {
      told.push(payload);
      read = workspaceIds(database);
    });
    await database
      .transaction((trx) =>
        sql`select pg_notify('scenewright_test', 'rolled back')`
          .execute(trx)
          .then(() => Promise.reject(new Error('no'))),
      )
      .catch(() => undefined);
    await database.transaction(async (trx) => {
      await sql`select pg_notify('scenewright_test', 'committed')`.execute(trx);
      await addWorkspace(trx, 'wsp_a');
      expect(told).toEqual([]);
    });
    await expect.poll(() => told).toEqual(['committed']);
    expect(await read).toEqual(['wsp_a']);
    await stop();
  });
});

function addWorkspace(db: Database['kysely'], id: string): Promise<unknown> {
  return db.insertInto('workspace').values({ id, name: id, is_local: false }).execute();
}

async function workspaceIds(database: Database): Promise<string[]> {
  const rows = await database.kysely.selectFrom('workspace').select('id').orderBy('id').execute();
  return rows.map((row) => row.id);
}
