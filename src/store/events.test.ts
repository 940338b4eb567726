import { beforeAll, expect, test } from 'vitest';
import { describeOnEachEngine } from '../../test/engines.ts';
import type { Database } from './database/open-database.ts';
import { appendEvent, EVENT_CHANNEL, eventsAfter, eventsKept } from './events.ts';

describeOnEachEngine('events', (open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });

  const append = (db: Database['kysely'], workspaceId: string, workId: string | null, step: number): Promise<void> =>
    appendEvent(db, { workspaceId, workId, type: 'work', data: { step } });
  const steps = async (workspaceId: string, after = 0, more: object = {}): Promise<unknown[]> =>
    (await eventsAfter(database.kysely, after, { workspaceId, ...more })).map((event) => event.data['step']);

  test('a reader who goes on from the last number sees what came after, of its workspace and work only', async () => {
    await append(database.kysely, 'wsp_a', 'work_1', 1);
    const seen = (await eventsKept(database.kysely)).last;
    await append(database.kysely, 'wsp_a', 'work_1', 2);
    await append(database.kysely, 'wsp_a', 'work_2', 3);
    await append(database.kysely, 'wsp_b', 'work_1', 4);
    expect(await steps('wsp_a', seen)).toEqual([2, 3]);
    expect(await steps('wsp_a', seen, { workId: 'work_1' })).toEqual([2]);
    expect(await steps('wsp_a', seen, { limit: 1 })).toEqual([2]);
    expect(await steps('wsp_a', (await eventsKept(database.kysely)).last)).toEqual([]);
  });

  test('whoever listens is woken by a commit and finds the event', async () => {
    const found: unknown[] = [];
    const stop = await database.listen(EVENT_CHANNEL, () => {
      void steps('wsp_listen').then((list) => found.push(...list));
    });
    await database.transaction((trx) =>
      appendEvent(trx, { workspaceId: 'wsp_listen', workId: null, type: 'work', data: { step: 7 } }),
    );
    await expect.poll(() => found).toEqual([7]);
    await stop();
  });

  test('an event of a transaction that ends late gets a late number, so that no reader skips it', async () => {
    if (database.engine === 'embedded') return; // its transactions take turns
    let endLate: () => void = () => undefined;
    const mayEnd = new Promise<void>((done) => (endLate = done));
    let begun: () => void = () => undefined;
    const hasBegun = new Promise<void>((done) => (begun = done));
    const late = database.transaction(async (trx) => {
      await append(trx, 'wsp_order', null, 1);
      begun();
      await mayEnd;
    });
    await hasBegun;
    await append(database.kysely, 'wsp_order', null, 2);
    const seen = (await eventsKept(database.kysely)).last;
    expect(await steps('wsp_order')).toEqual([2]);
    endLate();
    await late;
    expect(await steps('wsp_order', seen)).toEqual([1]);
  });
});
