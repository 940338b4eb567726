import { expect, test } from 'vitest';
import { describeOnEachEngine } from '../../test/engines.ts';
import type { Db } from './database/open-database.ts';
import { claimAnswer, getAnswer, keepAnswer, releaseAnswer, touchAnswer } from './idempotency.ts';
import { ensureLocalOwner } from './users.ts';

const PATIENCE_S = 20;

describeOnEachEngine('answers kept by key', (open) => {
  let opened: Promise<Db> | undefined;
  /** One database for all: each test has a key of its own. */
  const openOnce = () => (opened ??= open().then(({ kysely }) => kysely));
  let keys = 0;
  const aKey = async (db: Db) => {
    const { userId } = await ensureLocalOwner(db, { userId: 'user_1', workspaceId: 'wsp_1' });
    return { userId, operation: 'POST /make', key: `key ${(keys += 1)}` };
  };
  const age = (db: Db, { key }: { readonly key: string }, hours: number) =>
    db
      .updateTable('idempotency')
      .set({ created_at: new Date(Date.now() - hours * 3_600_000) })
      .where('key', '=', key)
      .execute();

  test('of many who claim a key at once, one gets it', async () => {
    const db = await openOnce();
    const key = await aKey(db);
    const claims = await Promise.all(Array.from({ length: 10 }, () => claimAnswer(db, key, 'print')));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await claimAnswer(db, { ...key, operation: 'POST /other' }, 'print')).toBe(true);
  });

  test('what was answered comes back as it was', async () => {
    const db = await openOnce();
    const key = await aKey(db);
    expect(await getAnswer(db, key, PATIENCE_S)).toBeNull();
    await claimAnswer(db, key, 'print');
    expect(await getAnswer(db, key, PATIENCE_S)).toMatchObject({ fingerprint: 'print', status: null, isSilent: false });
    const answer = { list: [1, null, 'ü'], text: '"' };
    await keepAnswer(db, key, { status: 200, jobId: 'job_1', answer });
    expect(await getAnswer(db, key, PATIENCE_S)).toMatchObject({ status: 200, jobId: 'job_1', answer });
  });

  test('a key that came to nothing is free at once, an answered one after a day', async () => {
    const db = await openOnce();
    const key = await aKey(db);
    await claimAnswer(db, key, 'print');
    await releaseAnswer(db, key);
    expect(await claimAnswer(db, key, 'print')).toBe(true);
    await age(db, key, 23);
    expect(await claimAnswer(db, key, 'print')).toBe(false);
    await age(db, key, 25);
    expect(await claimAnswer(db, key, 'print')).toBe(true);
  });

  test('who runs a request and goes silent is noticed, and one sign of life is enough', async () => {
    const db = await openOnce();
    const key = await aKey(db);
    await claimAnswer(db, key, 'print');
    await age(db, key, 1);
    expect((await getAnswer(db, key, PATIENCE_S))?.isSilent).toBe(true);
    await touchAnswer(db, key);
    expect((await getAnswer(db, key, PATIENCE_S))?.isSilent).toBe(false);
  });
});
