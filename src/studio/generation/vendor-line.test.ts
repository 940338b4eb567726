import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { describeOnEachEngine } from '../../../test/engines.ts';
import { openTestWorld } from '../../../test/open-test-world.ts';
import { openTaskVendor } from '../../../test/task-vendor.ts';
import { stagePicture } from '../../../test/vendor-stage.ts';
import { cancelJob } from '../jobs/cancel-job.ts';

const soon = { timeout: 60_000, interval: 50 };

describeOnEachEngine('the line before a vendor', (_, newPlace) => {
  test('pictures wait for its places, whoever runs them, and a cancel reaches it at once', async () => {
    await using vendor = await openTaskVendor({ limits: { concurrent: 2, pollMs: 500 } });
    let inside = 0;
    let most = 0;
    vendor.answer.submit = ({ count }) => {
      most = Math.max(most, ++inside);
      return { status: 200, json: { id: String(count) } };
    };
    vendor.answer.poll = ({ id }) => {
      inside--;
      return { status: 200, json: { state: 'done', url: `${vendor.origin}/results/${id}` } };
    };
    const place = await newPlace();
    const parts = { providers: [vendor.provider] };
    await using world = (await openTestWorld(place, 'all', {}, parts)).world;
    await using _second = place.url === undefined ? null : (await openTestWorld(place, 'all', {}, parts)).world;
    const pictures = await Promise.all(Array.from({ length: 4 }, () => stagePicture(world, vendor.provider)));
    const states = () => Promise.all(pictures.map(async ({ row }) => (await row()).state));
    await vi.waitFor(async () => expect(new Set(await states())).toEqual(new Set(['done'])), soon);
    expect(vendor.count('POST')).toBe(4);
    expect(most).toBe(2);

    vendor.answer.poll = () => ({ status: 200, json: { state: 'pending', pollAfterMs: 3_600_000 } });
    const picture = await stagePicture(world, vendor.provider);
    await vi.waitFor(async () => expect(await picture.row()).toMatchObject({ polls: 1 }), soon);
    await sleep(100); // its job waits for its hour
    await cancelJob(world, world.owner, picture.jobId);
    await vi.waitFor(async () => expect(await picture.row()).toMatchObject({ finishedAt: expect.any(Number) }), soon);
    expect(vendor.count('DELETE')).toBe(1);
  }, 300_000);
});
