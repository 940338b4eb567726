import { afterAll, beforeAll, expect, test } from 'vitest';
import { getScene } from '#store/scenes.ts';
import { openTestWorld } from '../../../test/open-test-world.ts';
import { openTaskVendor, type Reply, type TaskVendor } from '../../../test/task-vendor.ts';
import { stagePicture, type StagedPicture } from '../../../test/vendor-stage.ts';

let whole: Awaited<ReturnType<typeof openTestWorld>>['world'];
beforeAll(async () => {
  whole = (await openTestWorld(undefined, 'api')).world;
});
afterAll(() => whole[Symbol.asyncDispose]());

const PENDING: Reply = { status: 200, json: { state: 'pending', pollAfterMs: 4000 } };

/** A picture with its receipt. */
async function submitted(vendor: TaskVendor): Promise<StagedPicture> {
  const picture = await stagePicture(whole, vendor.provider);
  await picture.run();
  expect(await picture.row()).toMatchObject({ state: 'submitted' });
  return picture;
}

const pastDeadline = ({ generationId }: StagedPicture) =>
  whole.database.kysely
    .updateTable('generation')
    .set({ deadline_at: new Date(Date.now() - 1000) })
    .where('id', '=', generationId)
    .execute();

test('a receipt is asked about as the vendor wants until the picture is there, also by a process that never saw the submit', async () => {
  await using vendor = await openTaskVendor();
  const picture = await submitted(vendor);
  vendor.answer.poll = ({ count, id }) =>
    count < 3
      ? PENDING
      : { status: 200, json: { state: 'done', url: `${vendor.origin}/results/${id}`, costMicroUsd: 30_000 } };
  const outcome = await picture.run();
  expect(outcome).toMatchObject({ status: 'again', payload: { faults: 0 } });
  expect(outcome.status === 'again' && outcome.afterMs).toBeGreaterThanOrEqual(4000);
  expect(outcome.status === 'again' && outcome.afterMs).toBeLessThanOrEqual(4400);
  expect(await picture.row()).toMatchObject({ state: 'running', polls: 1 });
  expect(await picture.run()).toMatchObject({ status: 'again' });
  expect(await picture.run()).toEqual({ status: 'done' });
  expect(await picture.row()).toMatchObject({ state: 'done', polls: 2, costMicroUsd: 30_000, sealedKey: null });
  expect(await picture.takes()).toMatchObject([{ costMicroUsd: 30_000 }]);
  expect(await picture.held()).toBe(0);
  expect(vendor.count('POST')).toBe(1);
});

test('a question that fails is no verdict: it is asked again, later each time, and as late as the vendor wants', async () => {
  await using vendor = await openTaskVendor();
  const limits = { concurrent: 5, pollMs: 5000 };
  const picture = await submitted({ ...vendor, provider: { ...vendor.provider, limits } });
  vendor.answer.poll = ({ count }) =>
    count === 3 ? { status: 429, headers: { 'retry-after': '30' } } : count === 2 ? 'reset' : { status: 500 };
  const waits: number[] = [];
  for (let times = 1; times <= 3; times++) {
    const outcome = await picture.run();
    expect(outcome).toMatchObject({ status: 'again', payload: { faults: times } });
    if (outcome.status === 'again') waits.push(outcome.afterMs);
  }
  expect(waits[0]).toBeGreaterThanOrEqual(5000);
  expect(waits[1]).toBeGreaterThanOrEqual(5000);
  expect(waits[2]).toBeGreaterThanOrEqual(30_000);
  expect(await picture.row()).toMatchObject({ state: 'submitted' });
  vendor.answer.poll = () => PENDING;
  expect(await picture.run()).toMatchObject({ payload: { faults: 0 } });
});

test('what has no end when its time is over is uncertain, never failed, and its money stays held', async () => {
  await using vendor = await openTaskVendor();
  for (const reply of [PENDING, { status: 500 }]) {
    const picture = await submitted(vendor);
    vendor.answer.poll = () => reply;
    await pastDeadline(picture);
    expect(await picture.run()).toEqual({ status: 'done' });
    expect(await picture.row()).toMatchObject({ state: 'uncertain', sealedKey: expect.any(String) });
    expect(await picture.held()).toBe(40_000);
  }
});

test('a job whose key was taken away is in doubt for that reason, and the user is told so', async () => {
  await using vendor = await openTaskVendor();
  const picture = await submitted(vendor);
  const forgotten = { sealed_key: null, sealed_key_id: null };
  const { kysely } = whole.database;
  await kysely.updateTable('generation').set(forgotten).where('id', '=', picture.generationId).execute();
  expect(await picture.run()).toEqual({ status: 'done' });
  const { error } = await picture.job();
  expect(error?.message).toBe(
    'It is not known whether Vendor took the job (its key is gone: store it again): look again, or say that it failed.',
  );
  expect(await picture.held()).toBe(40_000);
});

test('what is ready counts though its time is over', async () => {
  await using vendor = await openTaskVendor();
  const picture = await submitted(vendor);
  await pastDeadline(picture);
  expect(await picture.run()).toEqual({ status: 'done' });
  expect(await picture.row()).toMatchObject({ state: 'done' });
});

test('the vendor’s own word that it failed is told to the user, and what it cost all the same is booked', async () => {
  await using vendor = await openTaskVendor();
  const picture = await submitted(vendor);
  vendor.answer.poll = () => ({ status: 200, json: { state: 'failed', costMicroUsd: 5000 } });
  await picture.run();
  expect(await picture.job()).toMatchObject({
    status: 'failed',
    error: { code: 'provider_moderated', message: 'Vendor refused the prompt (a logo): edit it and try again.' },
  });
  expect(await picture.row()).toMatchObject({ state: 'failed', costMicroUsd: 5000 });
  expect(await picture.held()).toBe(0);
  const scene = await getScene(whole.database.kysely, picture.sceneId);
  expect(scene?.lastError).toMatchObject({ code: 'provider_moderated' });
});

test('a job the vendor has forgotten is uncertain where it may have been paid, and made again where it is free', async () => {
  await using vendor = await openTaskVendor();
  vendor.answer.poll = () => ({ status: 404 });
  const paid = await submitted(vendor);
  await paid.run();
  expect(await paid.job()).toMatchObject({ status: 'uncertain', error: { code: 'submission_uncertain' } });

  const free = await submitted({ ...vendor, provider: { ...vendor.provider, id: 'engine', keyless: true } });
  expect(await free.run()).toMatchObject({ status: 'again', group: 'engine' });
  expect(await free.row()).toMatchObject({ state: 'queued', receipt: null });
});

test('an address that has expired is asked for anew', async () => {
  await using vendor = await openTaskVendor();
  const picture = await submitted(vendor);
  vendor.answer.poll = ({ count }) => ({
    status: 200,
    json: { state: 'done', url: `${vendor.origin}/results/${count}` },
  });
  const { result } = vendor.answer;
  vendor.answer.result = (call) => (call.id === '1' ? { status: 403 } : result(call));
  expect(await picture.run()).toMatchObject({ status: 'again', payload: { faults: 1 } });
  expect(await picture.row()).toMatchObject({ state: 'fetching' });
  expect(await picture.run()).toEqual({ status: 'done' });
  expect(await picture.takes()).toHaveLength(1);
});

test('a web page in place of a result is of somebody in between: the result is fetched when that is over', async () => {
  await using vendor = await openTaskVendor();
  const picture = await submitted(vendor);
  const { result } = vendor.answer;
  vendor.answer.result = () => ({ status: 200, bytes: Buffer.from('<html>Sign in to this network</html>') });
  expect(await picture.run()).toMatchObject({ status: 'again', payload: { faults: 1 } });
  vendor.answer.result = result;
  expect(await picture.run()).toEqual({ status: 'done' });
  expect(await picture.takes()).toHaveLength(1);
});

test.each([
  ['of another type', { status: 200, bytes: Buffer.from('{"sorry": true}') }, 'provider_permanent'],
  ['too large', { status: 200, headers: { 'content-length': String(201e6) }, bytes: Buffer.alloc(10) }, 'too_large'],
  ['at a private address', { status: 302, headers: { location: 'https://10.0.0.1/x' } }, 'url_refused'],
] as const)('a result %s is refused for good, and was paid', async (_, reply, code) => {
  await using vendor = await openTaskVendor();
  const picture = await submitted(vendor);
  vendor.answer.result = () => reply;
  expect(await picture.run()).toEqual({ status: 'done' });
  expect(await picture.job()).toMatchObject({ status: 'failed', error: { code } });
  expect(await picture.row()).toMatchObject({ costMicroUsd: 40_000 });
  expect(await picture.held()).toBe(0);
  expect(await picture.takes()).toEqual([]);
});

test('of two that fetch the same result one keeps it', async () => {
  await using vendor = await openTaskVendor();
  const picture = await submitted(vendor);
  const { result } = vendor.answer;
  vendor.answer.result = async (call) => {
    if (call.count === 1) await picture.run();
    return result(call);
  };
  expect(await picture.run()).toEqual({ status: 'done' });
  const takes = await picture.takes();
  expect(takes).toHaveLength(1);
  const query = whole.database.kysely.selectFrom('media_reference').select('owner_id');
  const owners = await query.where('owner_kind', '=', 'take').execute();
  const known = await whole.database.kysely.selectFrom('take').select('id').execute();
  expect(owners.filter(({ owner_id }) => !known.some(({ id }) => id === owner_id))).toEqual([]);
});

test('every picture of a task is kept as a take, the first is shown, and they share the cost', async () => {
  await using vendor = await openTaskVendor();
  const { image } = vendor.provider;
  if (!image) throw new Error('it paints');
  const outputs = [1, 2, 3].map((id) => ({ mime: 'image/png', url: `${vendor.origin}/results/${id}` }));
  const poll = async () => ({ status: 'done', outputs, costMicroUsd: 100_000 }) as const;
  const picture = await submitted({ ...vendor, provider: { ...vendor.provider, image: { ...image, poll } } });
  await picture.run();
  const takes = await picture.takes();
  expect(takes.map(({ costMicroUsd }) => costMicroUsd).toSorted((a, b) => Number(a) - Number(b))).toEqual([
    33_333, 33_333, 33_334,
  ]);
  const scene = await getScene(whole.database.kysely, picture.sceneId);
  expect(takes.find(({ id }) => id === scene?.pickedImageTakeId)).toMatchObject({ costMicroUsd: 33_334 });
});
