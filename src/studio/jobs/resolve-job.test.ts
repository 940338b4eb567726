import { afterAll, beforeAll, expect, test } from 'vitest';
import { getGeneration, recordReceipt } from '#store/generations.ts';
import { getJob } from '#store/jobs.ts';
import { openTestWorld } from '../../../test/open-test-world.ts';
import { openTaskVendor, type TaskVendor } from '../../../test/task-vendor.ts';
import { A_KEY, stagePicture, type StagedPicture } from '../../../test/vendor-stage.ts';
import { reconcileGenerations } from '../generation/put-back.ts';
import { VENDOR_QUEUE } from '../queues.ts';
import { cancelJob } from './cancel-job.ts';
import { resolveJob } from './resolve-job.ts';
import { retryJob } from './retry-job.ts';

let whole: Awaited<ReturnType<typeof openTestWorld>>['world'];
beforeAll(async () => {
  whole = (await openTestWorld(undefined, 'api')).world;
});
afterAll(() => whole[Symbol.asyncDispose]());

const noChoices = { llm: {}, vision: {}, image: {}, video: {} };
const withKey = { ...noChoices, image: { apiKey: A_KEY } };
const resolve = ({ world, jobId }: StagedPicture, action: 'failed' | 'retry' | 'look', choices = noChoices) =>
  resolveJob(world, whole.owner, jobId, action, choices);

/** What its queue does with its job when a turn was the last. */
const over = async ({ job }: StagedPicture) => whole.queue.cancel(VENDOR_QUEUE, (await job()).queueJobId ?? '');
const isQueued = async ({ job }: StagedPicture) =>
  (await whole.queue.unfinished(VENDOR_QUEUE, [(await job()).queueJobId ?? ''])).size === 1;

/** A picture whose call was broken off. */
async function inDoubt(vendor: TaskVendor): Promise<StagedPicture> {
  const picture = await stagePicture(whole, vendor.provider);
  const { submit, find } = vendor.answer;
  vendor.answer.submit = () => 'reset';
  vendor.answer.find = () => ({ status: 400 });
  for (let turn = 0; turn < 2; turn++) await picture.run();
  await over(picture);
  Object.assign(vendor.answer, { submit, find });
  expect(await picture.job()).toMatchObject({ status: 'uncertain' });
  expect(await picture.held()).toBe(40_000);
  return picture;
}

/** A picture whose vendor has forgotten it, or seems to have. */
async function inDoubtWithReceipt(vendor: TaskVendor): Promise<StagedPicture> {
  const picture = await stagePicture(whole, vendor.provider);
  const { poll } = vendor.answer;
  vendor.answer.poll = () => ({ status: 404 });
  for (let turn = 0; turn < 2; turn++) await picture.run();
  await over(picture);
  Object.assign(vendor.answer, { poll });
  expect(await picture.job()).toMatchObject({ status: 'uncertain' });
  return picture;
}

test('what is said to have failed is failed, and its money is free', async () => {
  await using vendor = await openTaskVendor();
  const picture = await inDoubt(vendor);
  expect(await resolve(picture, 'failed')).toMatchObject({
    status: 'failed',
    error: { message: 'Vendor could not do it (you said that it failed): try again, or choose another model.' },
  });
  expect(await picture.row()).toMatchObject({ state: 'failed', sealedKey: null });
  expect(await picture.held()).toBe(0);
  await expect(resolve(picture, 'look')).rejects.toMatchObject({ code: 'conflict' });
});

test('a token looks again, and frees nothing of what may have been paid', async () => {
  await using vendor = await openTaskVendor();
  const picture = await inDoubt(vendor);
  const script = { ...whole.owner, tokenId: 'tok_script' };
  for (const action of ['failed', 'retry'] as const) {
    const refused = resolveJob(picture.world, script, picture.jobId, action, withKey);
    await expect(refused).rejects.toMatchObject({ code: 'person_needed' });
  }
  expect(await picture.held()).toBe(40_000);
  expect(await resolveJob(picture.world, script, picture.jobId, 'look', withKey)).toMatchObject({ id: picture.jobId });
});

test('what is made again is a new job of the same request; without its key nothing changes', async () => {
  await using vendor = await openTaskVendor();
  const picture = await inDoubt(vendor);
  await expect(resolve(picture, 'retry')).rejects.toMatchObject({ code: 'provider_key_missing' });
  expect(await picture.job()).toMatchObject({ status: 'uncertain' });
  const again = await resolve(picture, 'retry', withKey);
  expect(again).toMatchObject({ status: 'queued' });
  expect(again.id).not.toBe(picture.jobId);
  expect(await picture.job()).toMatchObject({ status: 'failed' });
  const generation = await getGeneration(whole.database.kysely, again.targetId ?? '');
  expect(generation?.request).toEqual((await picture.row()).request);
  expect(vendor.count('POST')).toBe(1);
});

test('looking again goes on with a receipt where the vendor has the job after all', async () => {
  await using vendor = await openTaskVendor();
  const picture = await inDoubtWithReceipt(vendor);
  expect(await resolve(picture, 'look')).toMatchObject({ status: 'running', error: null });
  expect(await isQueued(picture)).toBe(true);
  expect(await picture.run()).toEqual({ status: 'done' });
  expect(await picture.job()).toMatchObject({ status: 'done', error: null });
  expect(await picture.takes()).toHaveLength(1);
});

test('looking again finds a job without its receipt, or says that it never arrived, or why it cannot tell', async () => {
  await using vendor = await openTaskVendor();
  const there = await inDoubt(vendor);
  vendor.answer.find = () => ({ status: 200, json: { id: '5' } });
  expect(await resolve(there, 'look')).toMatchObject({ status: 'running' });
  expect(await there.row()).toMatchObject({ state: 'running', receipt: { id: '5' } });
  expect(await isQueued(there)).toBe(true);

  const never = await inDoubt(vendor);
  vendor.answer.find = () => ({ status: 404 });
  expect(await resolve(never, 'look')).toMatchObject({
    status: 'failed',
    error: { message: 'Vendor could not do it (it never got the job): try again, or choose another model.' },
  });
  expect(await never.held()).toBe(0);

  await using mute = await openTaskVendor({}, ['find']);
  const unknown = await inDoubt(mute);
  expect(await resolve(unknown, 'look')).toMatchObject({
    status: 'uncertain',
    error: { code: 'submission_uncertain', facts: { reason: expect.stringContaining('look at your account') } },
  });
  expect(await unknown.held()).toBe(40_000);
});

test('looking again at a vendor that has trouble changes nothing and says so; what it has ended is ended', async () => {
  await using vendor = await openTaskVendor();
  const picture = await inDoubtWithReceipt(vendor);
  vendor.answer.poll = () => ({ status: 500, json: { message: 'try later' } });
  expect(await resolve(picture, 'look')).toMatchObject({
    status: 'uncertain',
    error: { facts: { reason: 'try later' } },
  });
  vendor.answer.poll = () => ({ status: 200, json: { state: 'failed', costMicroUsd: 30_000 } });
  expect(await resolve(picture, 'look')).toMatchObject({ status: 'failed', error: { code: 'provider_moderated' } });
  const { costMicroUsd } = await picture.row();
  expect({ costMicroUsd, held: await picture.held() }).toEqual({ costMicroUsd: 30_000, held: 0 });
});

test('only what is uncertain is resolved, and what is uncertain is not simply retried', async () => {
  await using vendor = await openTaskVendor();
  const waiting = await stagePicture(whole, vendor.provider);
  await expect(resolve(waiting, 'failed')).rejects.toMatchObject({ code: 'conflict' });
  const picture = await inDoubt(vendor);
  await expect(retryJob(picture.world, whole.owner, picture.jobId, withKey)).rejects.toThrow('/resolve');
  const stranger = { ...whole.owner, userId: 'usr_x', workspaceId: 'wsp_x' };
  await expect(resolveJob(picture.world, stranger, picture.jobId, 'failed', noChoices)).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('what nothing runs any more is put back, once: a lost job, a receipt that came late, a cancel that was not told', async () => {
  await using vendor = await openTaskVendor();
  const world = { ...whole, providers: [vendor.provider] };
  await reconcileGenerations(world); // what the tests before have left
  const [lost, late, withdrawn, healthy, done] = [
    await stagePicture(whole, vendor.provider),
    await inDoubt(vendor),
    await stagePicture(whole, vendor.provider),
    await stagePicture(whole, vendor.provider),
    await stagePicture(whole, vendor.provider),
  ];
  await over(lost);
  await recordReceipt(whole.database.kysely, late.generationId, {
    v: 1,
    provider: 'vendor',
    model: 'm',
    id: '1',
    submittedAt: 1,
  });
  await withdrawn.run();
  await cancelJob(world, whole.owner, withdrawn.jobId);
  await over(withdrawn);
  for (let turn = 0; turn < 2; turn++) await done.run();
  await over(done);

  expect(await reconcileGenerations(world)).toBe(3);
  expect(await reconcileGenerations(world)).toBe(0);
  for (const picture of [lost, late, withdrawn, healthy]) expect(await isQueued(picture)).toBe(true);
  expect(await isQueued(done)).toBe(false);
  expect(await late.job()).toMatchObject({ status: 'running', error: null });
  expect(await withdrawn.job()).toMatchObject({ status: 'cancelled' });
  expect(await getJob(whole.database.kysely, lost.jobId)).toMatchObject({ status: 'queued' });
});
