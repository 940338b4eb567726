import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimForSubmit } from '#store/generations.ts';
import { getScene } from '#store/scenes.ts';
import { openTestWorld } from '../../../test/open-test-world.ts';
import { openTaskVendor, type TaskVendor } from '../../../test/task-vendor.ts';
import { staged, stagePicture, type StagedPicture } from '../../../test/vendor-stage.ts';
import { cancelJob } from '../jobs/cancel-job.ts';
import { deleteWork } from '../works/delete-work.ts';
import { withdrawalsEnd } from './withdrawals-end.ts';

let whole: Awaited<ReturnType<typeof openTestWorld>>['world'];
beforeAll(async () => {
  whole = (await openTestWorld(undefined, 'api')).world;
});
afterAll(() => whole[Symbol.asyncDispose]());

const cancel = ({ world, jobId }: StagedPicture) => cancelJob(world, world.owner, jobId);

/** A picture that is being made. */
async function underWay(vendor: TaskVendor): Promise<StagedPicture> {
  const picture = await stagePicture(whole, vendor.provider);
  await picture.run();
  vendor.answer.poll = () => ({ status: 200, json: { state: 'pending' } });
  await picture.run();
  expect(await picture.row()).toMatchObject({ state: 'running' });
  vendor.answer.poll = ({ id }) => ({ status: 200, json: { state: 'done', url: `${vendor.origin}/results/${id}` } });
  return picture;
}

test('what is cancelled in the moment between its end in doubt and the end of its job is not left to itself', async () => {
  await using vendor = await openTaskVendor({}, ['find']);
  vendor.answer.submit = () => 'reset';
  const picture = await stagePicture(whole, vendor.provider);
  const transaction: typeof whole.database.transaction = async (work) => {
    const result = await whole.database.transaction(work);
    if ((await picture.row()).state === 'uncertain') await cancel(picture);
    return result;
  };
  const { run } = staged({ ...picture.world, database: { ...whole.database, transaction } }, picture);
  expect(await run()).toMatchObject({ status: 'again' });
  expect(await run()).toEqual({ status: 'done' });
  expect(await picture.row()).toMatchObject({ state: 'cancelled', finishedAt: expect.any(Number) });
  expect(await picture.held()).toBe(0);
  expect(vendor.count('POST')).toBe(1);
});

test('what waits is cancelled without a word to the vendor, and nothing is held any more', async () => {
  await using vendor = await openTaskVendor();
  const picture = await stagePicture(whole, vendor.provider);
  expect(await cancel(picture)).toMatchObject({ status: 'cancelled' });
  expect(await picture.row()).toMatchObject({ state: 'cancelled', sealedKey: null, finishedAt: expect.any(Number) });
  expect(await picture.held()).toBe(0);
  expect(await picture.run()).toEqual({ status: 'done' });
  expect(vendor.calls).toEqual([]);
});

test('a cancel reaches the vendor by the job of the queue; the key and the money stay until it has answered', async () => {
  await using vendor = await openTaskVendor();
  const picture = await underWay(vendor);
  await cancel(picture);
  expect(await picture.job()).toMatchObject({ status: 'cancelled' });
  expect(await picture.row()).toMatchObject({ state: 'cancelled', finishedAt: null, sealedKey: expect.any(String) });
  expect(await picture.held()).toBe(40_000);

  vendor.answer.cancel = ({ count }) => ({ status: count === 1 ? 500 : 200, json: { state: 'cancelled' } });
  expect(await picture.run()).toMatchObject({ status: 'again', payload: { faults: 1 } });
  expect(await picture.held()).toBe(40_000);
  expect(await picture.run()).toEqual({ status: 'done' });
  expect(vendor.count('DELETE')).toBe(2);
  expect(await picture.row()).toMatchObject({ state: 'cancelled', finishedAt: expect.any(Number), sealedKey: null });
  expect(await picture.held()).toBe(0);
});

test.each(['too_late', 'unsupported'] as const)(
  'where it is %s to cancel, what was paid is kept as a take that nothing shows by itself',
  async (state) => {
    await using vendor = await openTaskVendor();
    const picture = await underWay(vendor);
    vendor.answer.cancel = () => ({ status: 200, json: { state } });
    vendor.answer.poll = ({ count, id }) => ({
      status: 200,
      json: count < 3 ? { state: 'pending' } : { state: 'done', url: `${vendor.origin}/results/${id}` },
    });
    await cancel(picture);
    expect(await picture.run()).toMatchObject({ status: 'again' });
    expect(await picture.run()).toEqual({ status: 'done' });
    expect(await picture.row()).toMatchObject({ state: 'cancelled', costMicroUsd: 40_000, sealedKey: null });
    expect(await picture.job()).toMatchObject({ status: 'cancelled' });
    expect(await picture.held()).toBe(0);
    expect(await picture.takes()).toMatchObject([{ costMicroUsd: 40_000, generationId: picture.generationId }]);
    const scene = await getScene(whole.database.kysely, picture.sceneId);
    expect(scene?.pickedImageTakeId).toBeNull();
  },
);

test('whoever deletes an account waits until its vendors have been told, but not for ever', async () => {
  await using vendor = await openTaskVendor();
  const { workspaceId } = whole.owner;
  expect(await withdrawalsEnd(whole, workspaceId, 0)).toBe(true);
  const picture = await underWay(vendor);
  await cancel(picture);
  expect(await withdrawalsEnd(whole, workspaceId, 100)).toBe(false);
  const waiting = withdrawalsEnd(whole, workspaceId, 20_000);
  await picture.run();
  expect(await waiting).toBe(true);
});

test('a vendor that knows no cancel is watched to the end', async () => {
  await using vendor = await openTaskVendor({}, ['cancel']);
  const picture = await underWay(vendor);
  await cancel(picture);
  expect(await picture.run()).toEqual({ status: 'done' });
  expect(await picture.takes()).toHaveLength(1);
  expect(vendor.count('DELETE')).toBe(0);
});

test('a cancel while the paid call is under way lets it finish, keeps its receipt, and only then takes it back', async () => {
  await using vendor = await openTaskVendor();
  const picture = await stagePicture(whole, vendor.provider);
  vendor.answer.submit = async () => {
    await cancel(picture);
    return { status: 200, json: { id: '9' } };
  };
  expect(await picture.run()).toEqual({ status: 'again', afterMs: 0 });
  expect(await picture.row()).toMatchObject({ state: 'cancelled', receipt: { id: '9' }, finishedAt: null });
  expect(await picture.run()).toEqual({ status: 'done' });
  expect(vendor.calls.filter((call) => !call.startsWith('GET'))).toEqual(['POST /tasks', 'DELETE /tasks/9']);
  expect(await picture.held()).toBe(0);
});

test('a call that was refused after it was cancelled here was not paid', async () => {
  await using vendor = await openTaskVendor();
  for (const status of [401, 429]) {
    const picture = await stagePicture(whole, vendor.provider);
    vendor.answer.submit = async () => {
      await cancel(picture);
      return { status };
    };
    expect(await picture.run()).toEqual({ status: 'done' });
    expect(await picture.row()).toMatchObject({
      state: 'cancelled',
      finishedAt: expect.any(Number),
      costMicroUsd: null,
    });
    expect(await picture.held()).toBe(0);
  }
});

test('a call of which nobody knows counts as paid when it is cancelled, so that no budget is passed', async () => {
  await using vendor = await openTaskVendor({ id: 'deaf' }, ['find']);
  const picture = await stagePicture(whole, vendor.provider);
  await claimForSubmit(whole.database.kysely, picture.generationId); // … and then the process died
  await cancel(picture);
  expect(await picture.run()).toEqual({ status: 'done' });
  expect(await picture.row()).toMatchObject({ state: 'cancelled', costMicroUsd: 40_000, sealedKey: null });
  expect(await picture.held()).toBe(0);
});

test('what comes for a work that was deleted is nobody’s, and was paid', async () => {
  await using vendor = await openTaskVendor({ id: 'steady' }, ['cancel']);
  const picture = await underWay(vendor);
  const { projectId } = await picture.row();
  const place = { projectId: projectId ?? '', workId: picture.workId };
  await deleteWork(picture.world, whole.owner, place, { ifRevision: null });
  expect(await picture.run()).toEqual({ status: 'done' });
  expect(await picture.row()).toMatchObject({
    state: 'cancelled',
    costMicroUsd: 40_000,
    finishedAt: expect.any(Number),
  });
  expect(await picture.held()).toBe(0);
});
