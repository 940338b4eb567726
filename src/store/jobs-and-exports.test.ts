import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { anEmptyTimeline, anOwner, aWork, newId, someFacts } from '../../test/stored-rows.ts';
import { describeOnEachEngine } from '../../test/engines.ts';
import { deleteAsset, getAsset, insertAsset, listAssets, updateAsset } from './assets.ts';
import type { Database } from './database/open-database.ts';
import { getExport, insertExport, listExports, updateExport } from './exports.ts';
import { getJob, insertJob, listJobs, updateJob, type NewJob } from './jobs.ts';

describeOnEachEngine('jobs, exports and assets', (open) => {
  let database: Database;
  let workspaceId: string;
  beforeAll(async () => {
    database = await open();
    ({ workspaceId } = await anOwner(database.kysely));
  });

  const aJob = (fields: Partial<NewJob> = {}): NewJob => ({
    id: newId('job'),
    workspaceId,
    createdBy: null,
    kind: 'image',
    workId: null,
    targetId: null,
    stage: 'waiting',
    ...fields,
  });

  test('a job that has ended is not changed by news that come late', async () => {
    const { id } = await insertJob(database.kysely, aJob());
    expect(
      await updateJob(database.kysely, id, { status: 'running', progress: 0.5, stage: 'drawing', etaMs: 900 }),
    ).toMatchObject({
      status: 'running',
      progress: 0.5,
      etaMs: 900,
    });
    const ended = await updateJob(database.kysely, id, { status: 'cancelled' });
    expect(await updateJob(database.kysely, id, { status: 'running', progress: 0.9 })).toBeNull();
    expect(await getJob(database.kysely, id)).toEqual(ended);
  });

  test('an uncertain job can still end well', async () => {
    const { id } = await insertJob(database.kysely, aJob());
    await updateJob(database.kysely, id, { status: 'uncertain' });
    expect(await updateJob(database.kysely, id, { status: 'done', result: { takeId: 'take_1' } })).toMatchObject({
      status: 'done',
      result: { takeId: 'take_1' },
    });
  });

  test('jobs are found by work, target and status', async () => {
    const workId = newId('work');
    const [first, second] = [aJob({ workId, targetId: newId('generation') }), aJob({ workId, kind: 'export' })];
    for (const job of [first, second, aJob()]) {
      await insertJob(database.kysely, job);
      await sleep(2); // of one millisecond nobody can say which came first
    }
    await updateJob(database.kysely, second.id, { status: 'done' });
    const ids = async (filter: object) =>
      (await listJobs(database.kysely, { workspaceId, ...filter })).map((job) => job.id);
    expect(await ids({ workId })).toEqual([second.id, first.id]);
    expect(await ids({ workId, status: ['queued', 'running'] })).toEqual([first.id]);
    expect(await ids({ targetId: first.targetId })).toEqual([first.id]);
    expect(await ids({ limit: 1 })).toHaveLength(1);
    expect(await listJobs(database.kysely, { workspaceId: newId('workspace') })).toEqual([]);
  });

  test('an export keeps the edit as it was asked for, and only moves from where it is', async () => {
    const work = await aWork(database.kysely);
    const made = await insertExport(database.kysely, {
      id: newId('export'),
      workspaceId,
      createdBy: null,
      workId: work.id,
      timeline: anEmptyTimeline,
      settings: { crf: 18 },
      framesTotal: 450,
    });
    expect(made).toMatchObject({ state: 'queued', framesDone: 0, timeline: anEmptyTimeline, settings: { crf: 18 } });
    expect(await updateExport(database.kysely, made.id, ['running'], { framesDone: 3 })).toBeNull();
    await updateExport(database.kysely, made.id, ['queued'], { state: 'running' });
    const done = await updateExport(database.kysely, made.id, ['running'], {
      state: 'done',
      framesDone: 450,
      report: { held: [] },
    });
    expect(done).toMatchObject({ state: 'done', framesDone: 450, report: { held: [] }, error: null });
    expect(await getExport(database.kysely, made.id)).toEqual(done);
    expect(await listExports(database.kysely, { workId: work.id })).toEqual([done]);
  });

  test('an asset comes back as it was stored, changed, and not at all once deleted', async () => {
    const work = await aWork(database.kysely);
    const asset = await insertAsset(database.kysely, {
      id: newId('asset'),
      workspaceId,
      createdBy: null,
      projectId: work.projectId,
      name: 'Lamp',
      type: 'image',
      filename: 'lamp.png',
      sha256: 'b'.repeat(64),
      facts: someFacts,
      tags: ['brass'],
      description: null,
    });
    expect(asset).toMatchObject({ tags: ['brass'], facts: someFacts });
    const changed = await updateAsset(database.kysely, asset.id, { tags: [], description: 'A brass lamp' });
    expect(await listAssets(database.kysely, { projectId: work.projectId })).toEqual([changed]);
    expect(changed).toMatchObject({ tags: [], description: 'A brass lamp', name: 'Lamp' });
    expect(await deleteAsset(database.kysely, asset.id)).toBe(true);
    expect(await getAsset(database.kysely, asset.id)).toBeNull();
  });
});
