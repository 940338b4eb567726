import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { openTestWorld } from '../../../test/open-test-world.ts';
import { openTaskVendor } from '../../../test/task-vendor.ts';
import { stagePicture } from '../../../test/vendor-stage.ts';
import { cancelJob } from '../jobs/cancel-job.ts';

const soon = { timeout: 30_000, interval: 50 };

test('pictures wait in line for a vendor’s places, also while others are made there, and a cancel reaches it at once', async () => {
  await using vendor = await openTaskVendor({ limits: { concurrent: 2 } });
  let inside = 0;
  let most = 0;
  vendor.answer.submit = ({ count }) => {
    most = Math.max(most, ++inside);
    return { status: 200, json: { id: String(count) } };
  };
  vendor.answer.poll = async ({ count, id }) => {
    if (count === 1) return { status: 200, json: { state: 'pending', pollAfterMs: 200 } };
    inside--;
    return { status: 200, json: { state: 'done', url: `${vendor.origin}/results/${id}` } };
  };
  const { world } = await openTestWorld(undefined, 'all', {}, { providers: [vendor.provider] });
  await using _ = world;
  const pictures = await Promise.all(Array.from({ length: 6 }, () => stagePicture(world, vendor.provider)));
  const states = async () => Promise.all(pictures.map(async ({ row }) => (await row()).state));
  await vi.waitFor(async () => expect(new Set(await states())).toEqual(new Set(['done'])), soon);
  expect(vendor.count('POST')).toBe(6);
  expect(most).toBe(2);

  vendor.answer.poll = () => ({ status: 200, json: { state: 'pending', pollAfterMs: 3_600_000 } });
  const picture = await stagePicture(world, vendor.provider);
  await vi.waitFor(async () => expect(await picture.row()).toMatchObject({ polls: 1 }), soon);
  await sleep(100); // its job waits for its hour
  await cancelJob(world, world.owner, picture.jobId);
  await vi.waitFor(async () => expect(await picture.row()).toMatchObject({ finishedAt: expect.any(Number) }), soon);
  expect(vendor.count('DELETE')).toBe(1);
}, 90_000);
