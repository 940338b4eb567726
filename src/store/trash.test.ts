import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeOnEachEngine } from '../../test/engines.ts';
import { aProject, aWork } from '../../test/stored-rows.ts';
import type { Database } from './database/open-database.ts';
import { putIntoTrash, takeOutOfTrash, workIsInTrash } from './trash.ts';
import { findWorkByFingerprint, getWork, giveUpTakenFingerprint } from './works.ts';

describeOnEachEngine('the trash in the store', (open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  test('a work whose brief was made into another meanwhile comes back beside it', async () => {
    const { kysely } = database;
    const first = await aWork(kysely, { fingerprint: 'same brief' });
    await putIntoTrash(kysely, 'work', first.id);
    const second = await aWork(kysely, { fingerprint: 'same brief' });
    await giveUpTakenFingerprint(kysely, first.id);
    expect(await takeOutOfTrash(kysely, 'work', first.id)).toBe(true);
    const { workspaceId } = first;
    const found = await findWorkByFingerprint(kysely, { workspaceId, fingerprint: 'same brief' });
    expect(found?.id).toBe(second.id);
    expect(await getWork(kysely, first.id)).toMatchObject({ id: first.id, fingerprint: null });
  });

  test('a work without a twin is still the one of its brief', async () => {
    const { kysely } = database;
    const work = await aWork(kysely, { fingerprint: 'a brief of its own' });
    await putIntoTrash(kysely, 'work', work.id);
    await giveUpTakenFingerprint(kysely, work.id);
    await takeOutOfTrash(kysely, 'work', work.id);
    expect(await getWork(kysely, work.id)).toEqual(work);
  });

  test('a work is in the trash by itself or with its project, and one that never was is not', async () => {
    const { kysely } = database;
    const work = await aWork(kysely);
    expect(await workIsInTrash(kysely, work.id)).toBe(false);
    expect(await putIntoTrash(kysely, 'project', work.projectId)).toBe(true);
    expect(await putIntoTrash(kysely, 'project', work.projectId)).toBe(false);
    expect(await workIsInTrash(kysely, work.id)).toBe(true);
    expect(await getWork(kysely, work.id)).toBeNull();
    expect(await workIsInTrash(kysely, 'work_none')).toBe(false);
    expect(await takeOutOfTrash(kysely, 'project', (await aProject(kysely)).id)).toBe(false);
  });
});
