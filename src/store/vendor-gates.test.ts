import { beforeAll, expect, test } from 'vitest';
import { describeOnEachEngine } from '../../test/engines.ts';
import { aGeneration, anOwner } from '../../test/stored-rows.ts';
import type { Database } from './database/open-database.ts';
import { claimForSubmit, insertGeneration, moveGeneration } from './generations.ts';
import { changeProviderSetting } from './provider-settings.ts';
import {
  blockAccount,
  burstOf,
  countCall,
  listBusyAccounts,
  passGate,
  refilled,
  type GateLimits,
} from './vendor-gates.ts';

describeOnEachEngine('the gate before a vendor', (open) => {
  let database: Database;
  let workspaceId: string;
  beforeAll(async () => {
    database = await open();
    ({ workspaceId } = await anOwner(database.kysely));
  });

  const queued = async (account: string): Promise<string> =>
    (await insertGeneration(database.kysely, aGeneration(workspaceId, { account, provider: 'vendor' }))).id;
  /** Through the gate and into the call, as one commit; the milliseconds to wait where it is closed. */
  const enter = (account: string, id: string, limits: GateLimits | undefined): Promise<number | null> =>
    database.transaction(async (trx) => {
      const waitMs = await passGate(trx, account, limits);
      if (waitMs === null) await claimForSubmit(trx, id);
      return waitMs;
    });

  test('of many that come at once, as many pass as there are places, and the next when one has ended', async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, () => queued('crowd')));
    const waits = await Promise.all(ids.map((id) => enter('crowd', id, { concurrent: 3 })));
    expect(waits.filter((wait) => wait === null)).toHaveLength(3);
    const [load] = (await listBusyAccounts(database.kysely)).filter(({ account }) => account === 'crowd');
    expect(load).toMatchObject({ provider: 'vendor', inFlight: 3, blockedForMs: 0 });
    const inside = ids[waits.indexOf(null)] ?? '';
    const outside = ids[waits.findIndex((wait) => wait !== null)] ?? '';
    expect(await enter('crowd', outside, { concurrent: 3 })).toBeGreaterThan(0);
    await moveGeneration(database.kysely, inside, ['submitting'], 'fetching'); // the vendor is done with it
    expect(await enter('crowd', outside, { concurrent: 3 })).toBeNull();
  });

  test('who says that the vendor lets them do more at once, or less, is let through so', async () => {
    const { userId, workspaceId: theirs } = await anOwner(database.kysely);
    const account = `vendor:${theirs}`;
    const whose = { userId, workspaceId: theirs, provider: 'vendor' };
    await database.transaction((trx) => changeProviderSetting(trx, whose, () => ({ settings: { concurrent: 2 } })));
    const waits = [];
    for (let call = 0; call < 3; call++) waits.push(await enter(account, await queued(account), { concurrent: 1 }));
    expect(waits).toEqual([null, null, expect.any(Number)]);
    const loads = await listBusyAccounts(database.kysely);
    expect(loads.find((load) => load.account === account)).toMatchObject({ ownConcurrent: 2, inFlight: 2 });
  });

  test('what a vendor keeps waiting itself is sent there before it is its turn', async () => {
    const limits = { concurrent: 1, ahead: 2 };
    const waits = [];
    for (let call = 0; call < 4; call++) waits.push(await enter('queue', await queued('queue'), limits));
    expect(waits).toEqual([null, null, null, expect.any(Number)]);
  });

  test('no more calls pass in a minute than the vendor takes, whoever makes them', async () => {
    const limits = { concurrent: 100, perMinute: 20 };
    const ids = [];
    for (let call = 0; call < 4; call++) ids.push(await queued('hasty'));
    const fromMs = performance.now();
    const waits = [];
    for (const id of ids) waits.push(await enter('hasty', id, limits));
    const tookMs = performance.now() - fromMs;
    expect(waits.slice(0, 2)).toEqual([null, null]); // what comes in six seconds
    // Then a twentieth of a minute, of which some has gone by, on a busy machine all of it.
    for (const wait of waits.slice(2)) expect((wait ?? 0) + tookMs).toBeGreaterThanOrEqual(3000 - 1);
    expect(waits[2] ?? 0).toBeLessThanOrEqual(3000);
  });

  test('a further call of one that is inside makes the next wait the longer', async () => {
    const limits = { concurrent: 100, perMinute: 10 };
    expect(await enter('wordy', await queued('wordy'), limits)).toBeNull();
    const fromMs = performance.now();
    const before = (await enter('wordy', await queued('wordy'), limits)) ?? 0;
    await database.transaction((trx) => countCall(trx, 'wordy', limits));
    const after = (await enter('wordy', await queued('wordy'), limits)) ?? 0;
    expect(after + performance.now() - fromMs).toBeGreaterThanOrEqual(before + 6000 - 1); // a tenth of a minute, of which some has gone by
  });

  test('an account that was asked to slow down is closed for all until then, and a shorter wait does not open it', async () => {
    await blockAccount(database.kysely, 'slow', 60_000);
    await blockAccount(database.kysely, 'slow', 10);
    expect(await enter('slow', await queued('slow'), undefined)).toBeGreaterThan(50_000);
    expect(await enter('other', await queued('other'), undefined)).toBeNull();
    const [load] = (await listBusyAccounts(database.kysely)).filter(({ account }) => account === 'slow');
    expect(load?.blockedForMs).toBeGreaterThan(50_000);
  });
});

test('a bucket fills by the minute, and never holds more than what comes in six seconds', () => {
  expect(burstOf(3)).toBe(1);
  expect(burstOf(60)).toBe(6);
  expect(refilled(0, 1000, 60)).toBe(1);
  expect(refilled(5.5, 60_000, 60)).toBe(6);
  expect(refilled(0, -5, 60)).toBe(0);
});
