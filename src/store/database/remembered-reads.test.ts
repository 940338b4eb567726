import { afterAll, beforeAll, expect, test } from 'vitest';
import { aWork } from '../../../test/stored-rows.ts';
import { describeOnEachEngine } from '../../../test/engines.ts';
import { getWork, updateWork } from '../works.ts';
import type { Database } from './open-database.ts';
import { rememberedReads } from './remembered-reads.ts';

describeOnEachEngine('remembered reads', (open, newPlace) => {
  let database: Database;
  beforeAll(async () => {
    database = await open(await newPlace());
  });
  afterAll(() => database.close());

  test('what was written is read at once, also by those who ask while a transaction is under way', async () => {
    const { id } = await aWork(database.kysely);
    const name = () => database.remember(`work ${id}`, async () => (await getWork(database.kysely, id))?.name);
    await name();
    for (let turn = 0; turn < 20; turn++) {
      const changing = database.transaction(async (trx) => {
        await updateWork(trx, id, { name: `half ${String(turn)}` }, { by: 'client' });
        await new Promise((resolve) => setTimeout(resolve, 2));
        await updateWork(trx, id, { name: `turn ${String(turn)}` }, { by: 'client' });
      });
      const meanwhile = [name(), name()];
      await changing;
      expect(await name()).toBe(`turn ${String(turn)}`);
      for (const seen of await Promise.all(meanwhile)) expect(seen).not.toMatch(/^half/);
    }
  });

  test('what was rolled back was never there', async () => {
    const { id, name } = await aWork(database.kysely);
    const read = () => database.remember(`work ${id}`, async () => (await getWork(database.kysely, id))?.name);
    const failing = database.transaction(async (trx) => {
      await updateWork(trx, id, { name: 'never' }, { by: 'client' });
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(await read()).toBe(name);
  });
});

test('nothing is asked twice while nothing is written, a failure is not kept, and the oldest is forgotten', async () => {
  let writes = 0;
  let asked = 0;
  const remember = rememberedReads(() => writes);
  const ask = (key = 'one') => remember(key, async () => (asked += 1));
  expect([await ask(), await ask(), asked]).toEqual([1, 1, 1]);
  writes += 1;
  expect(await ask()).toBe(2);
  await expect(remember('bad', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await remember('bad', async () => 'good')).toBe('good');
  for (let key = 0; key < 400; key++) await ask(`key ${String(key)}`);
  const before = asked;
  await ask();
  expect(asked).toBe(before + 1);
});
