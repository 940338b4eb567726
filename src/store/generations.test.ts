import { beforeAll, expect, test } from 'vitest';
import { aGeneration, anOwner, newId } from '../../test/stored-rows.ts';
import { describeOnEachEngine } from '../../test/engines.ts';
import type { Database } from './database/open-database.ts';
import {
  claimForSubmit,
  findDoneGeneration,
  getGeneration,
  insertGeneration,
  isPastDeadline,
  listGenerations,
  listUnfinishedGenerations,
  moveGeneration,
  recordReceipt,
} from './generations.ts';

describeOnEachEngine('generations', (open) => {
  let database: Database;
  let workspaceId: string;
  beforeAll(async () => {
    database = await open();
    ({ workspaceId } = await anOwner(database.kysely));
  });

  test('a generation comes back as it was stored, waiting', async () => {
    const made = await insertGeneration(database.kysely, aGeneration(workspaceId, { estimateMicroUsd: 5_000_000_000 }));
    expect(made).toMatchObject({
      state: 'queued',
      attempts: 0,
      takeIds: [],
      request: { prompt: 'a lamp' },
      submittingAt: null,
    });
    expect(made.estimateMicroUsd).toBe(5_000_000_000);
    expect(await getGeneration(database.kysely, made.id)).toEqual(made);
  });

  test('of many that want to submit the same generation, exactly one may', async () => {
    const { id } = await insertGeneration(database.kysely, aGeneration(workspaceId));
    const claims = await Promise.all(
      Array.from({ length: 12 }, () => claimForSubmit(database.kysely, id, { bodyHash: 'body' })),
    );
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
    expect(await getGeneration(database.kysely, id)).toMatchObject({
      state: 'submitting',
      attempts: 1,
      bodyHash: 'body',
    });
    expect((await getGeneration(database.kysely, id))?.submittingAt).toBeGreaterThan(0);
  });

  test('a receipt is kept whatever happened meanwhile', async () => {
    const receipt = { v: 1, id: 'task-1' };
    const after = async (state: 'submitting' | 'uncertain' | 'cancelled') => {
      const { id } = await insertGeneration(database.kysely, aGeneration(workspaceId));
      await claimForSubmit(database.kysely, id);
      if (state !== 'submitting') await moveGeneration(database.kysely, id, ['submitting'], state);
      return recordReceipt(database.kysely, id, receipt);
    };
    expect(await after('submitting')).toMatchObject({ state: 'submitted', receipt, finishedAt: null });
    expect(await after('uncertain')).toMatchObject({ state: 'submitted', receipt, finishedAt: null });
    expect(await after('cancelled')).toMatchObject({ state: 'cancelled', receipt });
    expect(await recordReceipt(database.kysely, newId('generation'), receipt)).toBeNull();
  });

  test('a move from a state it is not in changes nothing', async () => {
    const { id } = await insertGeneration(database.kysely, aGeneration(workspaceId));
    expect(
      await moveGeneration(database.kysely, id, ['running', 'fetching'], 'done', { takeIds: ['take_1'] }),
    ).toBeNull();
    const cancelled = await moveGeneration(database.kysely, id, ['queued'], 'cancelled');
    expect(cancelled).toMatchObject({ state: 'cancelled', takeIds: [] });
    expect(cancelled?.finishedAt).toBeGreaterThan(0);
  });

  test('deadlines run by the clock of the database', async () => {
    const { id } = await insertGeneration(database.kysely, aGeneration(workspaceId));
    expect(await isPastDeadline(database.kysely, id)).toBe(false);
    await moveGeneration(database.kysely, id, ['queued'], 'running', { deadlineInMs: 60_000 });
    expect(await isPastDeadline(database.kysely, id)).toBe(false);
    await moveGeneration(database.kysely, id, ['running'], 'running', { deadlineInMs: -1 });
    expect(await isPastDeadline(database.kysely, id)).toBe(true);
  });

  test('what is finished is not found among the unfinished, and can be offered again', async () => {
    const workId = newId('work');
    const inputsHash = `inputs of ${workId}`;
    const [done, failed, running] = await Promise.all(
      [1, 2, 3].map(() => insertGeneration(database.kysely, aGeneration(workspaceId, { workId, inputsHash }))),
    );
    const error = { code: 'provider_transient', message: 'It has trouble', facts: {} };
    expect(await findDoneGeneration(database.kysely, { workspaceId, inputsHash })).toBeNull();
    await moveGeneration(database.kysely, done?.id ?? '', ['queued'], 'done', {
      takeIds: ['take_1'],
      costMicroUsd: 12,
    });
    await moveGeneration(database.kysely, failed?.id ?? '', ['queued'], 'failed', { error });
    const found = await findDoneGeneration(database.kysely, { workspaceId, inputsHash });
    expect(found).toMatchObject({ id: done?.id, takeIds: ['take_1'], costMicroUsd: 12 });
    const all = await listGenerations(database.kysely, { workId });
    expect(all.map((generation) => generation.state).toSorted()).toEqual(['done', 'failed', 'queued']);
    expect(all.find((generation) => generation.id === failed?.id)?.error).toEqual(error);
    const unfinished = (await listUnfinishedGenerations(database.kysely)).filter(
      (generation) => generation.workId === workId,
    );
    expect(unfinished.map((generation) => generation.id)).toEqual([running?.id]);
  });

  test('a sealed key without the id of its secret is refused', async () => {
    await expect(insertGeneration(database.kysely, aGeneration(workspaceId, { sealedKey: 'sealed' }))).rejects.toThrow(
      'check',
    );
  });
});
