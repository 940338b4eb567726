import { afterAll, beforeAll, expect, test } from 'vitest';
import { Problem } from '#contract/problems.ts';
import { claimForSubmit } from '#store/generations.ts';
import { getScene } from '#store/scenes.ts';
import { openTestWorld } from '../../../test/open-test-world.ts';
import { openTaskVendor } from '../../../test/task-vendor.ts';
import { A_KEY, staged, stagePicture } from '../../../test/vendor-stage.ts';
import { VENDOR_QUEUE } from '../queues.ts';

let whole: Awaited<ReturnType<typeof openTestWorld>>['world'];
beforeAll(async () => {
  whole = (await openTestWorld(undefined, 'api')).world;
});
afterAll(() => whole[Symbol.asyncDispose]());

test('the intent to call a vendor is on record, with what is sent, before the call leaves', async () => {
  await using vendor = await openTaskVendor();
  const picture = await stagePicture(whole, vendor.provider);
  const seen: unknown[] = [];
  vendor.answer.submit = async () => {
    const { state, bodyHash, receipt } = await picture.row();
    seen.push({ state, bodyHash, receipt });
    return { status: 200, json: { id: '1' } };
  };
  expect(await picture.run()).toMatchObject({ status: 'again' });
  expect(seen).toEqual([{ state: 'submitting', bodyHash: expect.stringMatching(/^[0-9a-f]{64}$/), receipt: null }]);
  expect(await picture.row()).toMatchObject({ state: 'submitted', receipt: { id: '1' }, attempts: 1 });
  expect((await picture.row()).deadlineAt).toBeGreaterThan(Date.now() + 29 * 60_000);
  expect(await picture.job()).toMatchObject({ status: 'running', stage: 'making' });
});

test('nothing is sent where the intent could not be written down', async () => {
  await using vendor = await openTaskVendor();
  const picture = await stagePicture(whole, vendor.provider);
  const database = { ...whole.database, transaction: () => Promise.reject(new Error('the disk is gone')) };
  const { run } = staged({ ...picture.world, database }, picture);
  await run().catch(() => undefined);
  expect(vendor.calls).toEqual([]);
});

test('nothing is sent on an intent that took so long to write that the job may be somebody else’s by now', async () => {
  await using vendor = await openTaskVendor();
  const picture = await stagePicture(whole, vendor.provider);
  let looks = 0;
  const clock = { nowMs: () => Date.now() + 6000 * looks++ };
  expect(await staged({ ...picture.world, clock }, picture).run()).toMatchObject({ status: 'again' });
  expect(await picture.row()).toMatchObject({ state: 'queued' });
  expect(vendor.calls).toEqual([]);
});

test('what comes at once is kept as the take the scene shows, with how it came to be, at the cost that was estimated', async () => {
  await using vendor = await openTaskVendor();
  vendor.answer.submit = () => ({ status: 200, json: { url: `${vendor.origin}/results/1`, note: 'No square there.' } });
  const picture = await stagePicture(whole, vendor.provider);
  expect(await picture.held()).toBe(40_000);
  expect(await picture.run()).toEqual({ status: 'done' });
  const [take, ...others] = await picture.takes();
  expect(others).toEqual([]);
  expect(take).toMatchObject({
    provider: 'vendor',
    model: 'painter-1',
    generationId: picture.generationId,
    costMicroUsd: 40_000,
    notes: ['No square there.'],
    referenceSha256s: [],
    tookMs: expect.any(Number),
  });
  expect(await getScene(whole.database.kysely, picture.sceneId)).toMatchObject({ pickedImageTakeId: take?.id });
  expect(await picture.row()).toMatchObject({ state: 'done', costMicroUsd: 40_000, sealedKey: null });
  expect(await picture.job()).toMatchObject({ status: 'done', costMicroUsd: 40_000 });
  expect(await picture.held()).toBe(0);
  expect(await picture.run()).toEqual({ status: 'done' });
  expect(vendor.count('POST')).toBe(1);
});

test.each([
  ['more than there is money', 1e300, 40_000],
  ['less than nothing', -5, 40_000],
  ['a part of a millionth', 0.5, 1],
])('no result is lost to a vendor that says it cost %s', async (_, costMicroUsd, booked) => {
  await using vendor = await openTaskVendor();
  vendor.answer.poll = () => ({
    status: 200,
    json: { state: 'done', url: `${vendor.origin}/results/1`, costMicroUsd },
  });
  const picture = await stagePicture(whole, vendor.provider);
  for (let turn = 0; turn < 2; turn++) await picture.run();
  expect(await picture.row()).toMatchObject({ state: 'done', costMicroUsd: booked });
  expect(await picture.takes()).toHaveLength(1);
});

test('a key goes to the vendor in a header, and is in clear nowhere else', async () => {
  await using vendor = await openTaskVendor();
  vendor.answer.submit = () => ({ status: 401, json: { message: `the key ${A_KEY} is not ours` } });
  const lines: unknown[] = [];
  const picture = await stagePicture({ ...whole, log: (line) => lines.push(line) }, vendor.provider);
  await picture.run();
  expect(vendor.keys).toEqual([`Bearer ${A_KEY}`]);
  const kept = JSON.stringify([await picture.row(), await picture.job(), lines, vendor.calls]);
  expect(kept).not.toContain(A_KEY);
  expect(kept).toContain('is not ours');
});

test.each([
  ['400', { status: 400, json: { message: 'no such size' } }, 'failed', 'provider_invalid_input', 0],
  ['400, moderated', { status: 400, json: { code: 'moderated' } }, 'failed', 'provider_moderated', 0],
  ['401', { status: 401 }, 'failed', 'provider_invalid_key', 0],
  ['402', { status: 402 }, 'failed', 'provider_quota', 0],
  ['500', { status: 500 }, 'uncertain', 'submission_uncertain', 40_000],
  ['a broken connection', 'reset', 'uncertain', 'submission_uncertain', 40_000],
] as const)(
  '%s to a paid call is never answered by a second one, and the budget knows',
  async (_, reply, state, code, held) => {
    await using vendor = await openTaskVendor({}, ['find']);
    vendor.answer.submit = () => reply;
    const picture = await stagePicture(whole, vendor.provider);
    expect(await picture.run()).toEqual({ status: 'done' });
    expect(await picture.run()).toEqual({ status: 'done' });
    expect(vendor.count('POST')).toBe(1);
    expect(await picture.row()).toMatchObject({ state, sealedKey: state === 'failed' ? null : expect.any(String) });
    expect(await picture.job()).toMatchObject({
      status: state,
      error: { code, message: expect.stringContaining('Vendor') },
    });
    expect(await picture.held()).toBe(held);
  },
);

test('a retired model that is refused is named with what takes its place', async () => {
  await using vendor = await openTaskVendor();
  vendor.answer.submit = () => ({ status: 404, json: { message: 'There is no such model.' } });
  const picture = await stagePicture(whole, vendor.provider);
  const gone = { retiredAt: Date.parse('2026-05-12'), replacedBy: 'painter-2' };
  const models = vendor.provider.models.map((model) => ({ ...model, ...gone }));
  const later = staged({ ...whole, providers: [{ ...vendor.provider, models }] }, picture);
  expect(await later.run()).toEqual({ status: 'done' });
  const { error } = await picture.job();
  expect(error?.message).toContain('(There is no such model. Painter is retired since 2026-05-12: painter-2 takes');
});

test('a vendor that cannot be reached is tried three times, and then that is told', async () => {
  const vendor = await openTaskVendor();
  await vendor[Symbol.asyncDispose]();
  const picture = await stagePicture(whole, vendor.provider);
  expect(await picture.run()).toMatchObject({ status: 'again', group: `vendor:${whole.owner.workspaceId}` });
  expect(await picture.row()).toMatchObject({ state: 'queued' });
  expect(await picture.run()).toMatchObject({ status: 'again' });
  expect(await picture.run()).toEqual({ status: 'done' });
  expect(await picture.job()).toMatchObject({
    status: 'failed',
    error: {
      code: 'provider_permanent',
      message: 'Vendor could not do it (it cannot be reached): try again, or choose another model.',
    },
  });
  expect(await picture.held()).toBe(0);
});

test('a vendor that asks to slow down is left alone for as long, by everybody on the account, and it counts as no attempt', async () => {
  await using vendor = await openTaskVendor({ id: 'slow' });
  vendor.answer.submit = () => ({ status: 429, headers: { 'retry-after': '20' } });
  const picture = await stagePicture(whole, vendor.provider);
  const other = await stagePicture(whole, vendor.provider);
  const outcome = await picture.run();
  expect(outcome).toMatchObject({ status: 'again', group: `slow:${whole.owner.workspaceId}` });
  expect(outcome.status === 'again' && outcome.afterMs).toBeGreaterThanOrEqual(20_000);
  expect(await picture.row()).toMatchObject({ state: 'queued', attempts: 0 });
  expect(await picture.job()).toMatchObject({ status: 'queued', stage: 'waiting' });
  const waits = await other.run();
  expect(waits.status === 'again' && waits.afterMs).toBeGreaterThan(15_000);
  expect(vendor.count('POST')).toBe(1);
});

test('a call of which nobody knows is looked for at the vendor, and goes on where it has it', async () => {
  await using vendor = await openTaskVendor();
  vendor.answer.submit = () => 'reset';
  vendor.answer.find = () => ({ status: 200, json: { id: '7' } });
  const picture = await stagePicture(whole, vendor.provider);
  expect(await picture.run()).toMatchObject({ status: 'again' });
  expect(await picture.run()).toMatchObject({ status: 'again' });
  expect(await picture.row()).toMatchObject({ state: 'submitted', receipt: { id: '7' } });
  expect(await picture.run()).toEqual({ status: 'done' });
  expect(await picture.takes()).toHaveLength(1);
  expect(vendor.count('POST')).toBe(1);
});

test('after a crash in the call: sent again only where the vendor surely never had it', async () => {
  await using vendor = await openTaskVendor();
  const crashed = async (ageS: number) => {
    const picture = await stagePicture(whole, vendor.provider);
    await claimForSubmit(whole.database.kysely, picture.generationId);
    const submitting_at = new Date(Date.now() - ageS * 1000);
    const query = whole.database.kysely.updateTable('generation').set({ submitting_at });
    await query.where('id', '=', picture.generationId).execute();
    return picture;
  };
  const old = await crashed(60);
  expect(await old.run()).toMatchObject({ status: 'again', afterMs: 0 });
  expect(await old.row()).toMatchObject({ state: 'queued' });

  const young = await crashed(1); // the call may still be on its way
  expect(await young.run()).toMatchObject({ status: 'again' });
  expect(await young.row()).toMatchObject({ state: 'submitting' });

  vendor.answer.find = () => ({ status: 500 });
  const unanswered = await crashed(60);
  expect(await unanswered.run()).toMatchObject({ status: 'again', payload: { faults: 1 } });
  expect(await unanswered.row()).toMatchObject({ state: 'submitting' });

  vendor.answer.find = () => ({ status: 400 });
  const unknown = await crashed(60);
  expect(await unknown.run()).toEqual({ status: 'done' });
  expect(await unknown.row()).toMatchObject({ state: 'uncertain' });
  expect(vendor.count('POST')).toBe(0);
});

test('an engine that costs nothing is asked again after a crash, and after an answer that never came', async () => {
  await using vendor = await openTaskVendor({ keyless: true }, ['find']);
  vendor.answer.submit = ({ count }) => (count === 1 ? 'reset' : { status: 200, json: { id: '1' } });
  const picture = await stagePicture(whole, vendor.provider);
  expect(await picture.row()).toMatchObject({ account: 'vendor', estimateMicroUsd: 0 });
  await claimForSubmit(whole.database.kysely, picture.generationId);
  expect(await picture.run()).toMatchObject({ status: 'again', afterMs: 0, group: 'vendor' });
  expect(await picture.run()).toMatchObject({ status: 'again', group: 'vendor' });
  expect(await picture.row()).toMatchObject({ state: 'queued' });
  expect(await picture.run()).toMatchObject({ status: 'again' });
  expect(await picture.row()).toMatchObject({ state: 'submitted' });
});

test('a paid call is let finish where somebody else has taken its job over, and its receipt is kept', async () => {
  await using vendor = await openTaskVendor({}, ['find']);
  const picture = await stagePicture(whole, vendor.provider);
  const lost = new AbortController();
  vendor.answer.submit = async () => {
    lost.abort(new Problem('interrupted'));
    expect(await staged(picture.world, picture).run()).toEqual({ status: 'done' }); // by the other
    expect(await picture.row()).toMatchObject({ state: 'uncertain' });
    await whole.queue.cancel(VENDOR_QUEUE, (await picture.job()).queueJobId ?? ''); // as the queue does when it is over
    return { status: 200, json: { id: 'late' } };
  };
  await picture.run({ signal: lost.signal });
  expect(await picture.row()).toMatchObject({ state: 'submitted', receipt: { id: 'late' } });
  const { status, error, queueJobId } = await picture.job();
  expect({ status, error }).toEqual({ status: 'running', error: null });
  expect(await whole.queue.unfinished(VENDOR_QUEUE, [queueJobId ?? ''])).toHaveProperty('size', 1);
});

test('a process that has to close in the middle of a paid call hands it on, and nobody calls it taken or failed', async () => {
  await using vendor = await openTaskVendor({}, ['find']);
  const picture = await stagePicture(whole, vendor.provider);
  const closing = new AbortController();
  vendor.answer.submit = () => {
    closing.abort(new Problem('interrupted'));
    return { status: 200, json: { id: '1' } };
  };
  await expect(picture.run({ signal: closing.signal, closing: closing.signal })).rejects.toThrow();
  expect(await picture.row()).toMatchObject({ state: 'submitting' });
  expect(await picture.run()).toEqual({ status: 'done' });
  expect(await picture.row()).toMatchObject({ state: 'uncertain' });
  expect(vendor.count('POST')).toBe(1);
});

test('what an adapter brings without having announced its call is kept, and said in the log', async () => {
  await using vendor = await openTaskVendor();
  const lines: unknown[] = [];
  const world = { ...whole, log: (line: unknown) => lines.push(line) };
  const receipt = { v: 1, provider: 'vendor', model: 'painter-1', id: '1', submittedAt: 1 } as const;
  const image = { ...vendor.provider.image, submit: async () => ({ status: 'receipt', receipt }) as const };
  const picture = await stagePicture(world, { ...vendor.provider, image });
  await picture.run();
  expect(await picture.row()).toMatchObject({ state: 'submitted', attempts: 1 });
  expect(lines).toContainEqual(expect.objectContaining({ event: 'submit_not_announced' }));
});

test('a key that cannot be opened any more is asked for again, unless the vendor may have been asked with it', async () => {
  await using vendor = await openTaskVendor();
  const lock = (id: string) =>
    whole.database.kysely.updateTable('generation').set({ sealed_key_id: 'another' }).where('id', '=', id).execute();
  const picture = await stagePicture(whole, vendor.provider);
  await lock(picture.generationId);
  await picture.run();
  expect(await picture.job()).toMatchObject({ status: 'failed', error: { code: 'provider_key_missing' } });
  expect(await picture.held()).toBe(0);

  const asked = await stagePicture(whole, vendor.provider);
  await asked.run();
  await lock(asked.generationId);
  await asked.run();
  expect(await asked.row()).toMatchObject({ state: 'uncertain' });
  expect(await asked.held()).toBe(40_000);
});
