import { afterAll, beforeAll, expect, test } from 'vitest';
import { newEmbeddedPlace } from '../../../test/engines.ts';
import { networkTypeIn } from './network-mount.ts';
import { openDatabase, type Database } from './open-database.ts';

let database: Database;
beforeAll(async () => {
  database = await openDatabase({ ...(await newEmbeddedPlace()), log: () => undefined });
});
afterAll(() => database.close());

test('a block of statements that fails halfway does not fail those who come next', async () => {
  const failing = database.pglite?.exec('begin; insert into no_such_table values (1); commit');
  const next = database.kysely.selectFrom('workspace').selectAll().execute();
  const nextTransaction = database.transaction((trx) => trx.selectFrom('workspace').selectAll().execute());
  await expect(failing).rejects.toThrow('no_such_table');
  expect(await next).toEqual([]);
  expect(await nextTransaction).toEqual([]);
});

test('the queue’s handle throws inside a transaction instead of hanging', async () => {
  await database.transaction(async () => {
    await expect(database.pglite?.query('select 1')).rejects.toThrow('outer database handle');
    await expect(database.pglite?.exec('select 1')).rejects.toThrow('outer database handle');
    await expect(database.pglite?.listen('x', () => undefined)).rejects.toThrow('outer database handle');
  });
  expect((await database.pglite?.query('select 1 as one'))?.rows).toEqual([{ one: 1 }]);
});

test('a data directory on a network file system is recognised', () => {
  const mounts = [
    '/dev/sda1 / ext4 rw 0 0',
    'server:/export /mnt/nas nfs4 rw 0 0',
    '//server/share /mnt/my\\040share cifs rw 0 0',
    '/dev/sdb1 /mnt/nas/local xfs rw 0 0',
  ].join('\n');
  expect(networkTypeIn(mounts, '/mnt/nas/data')).toBe('nfs4');
  expect(networkTypeIn(mounts, '/mnt/my share')).toBe('cifs');
  expect(networkTypeIn(mounts, '/mnt/nas/local/data')).toBeNull();
  expect(networkTypeIn(mounts, '/mnt/nasty')).toBeNull();
});
