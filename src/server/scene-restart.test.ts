import { expect, test } from 'vitest';
import { listGenerations } from '#store/generations.ts';
import { runGeneration } from '#studio/generation/run-generation.ts';
import { runScene } from '#studio/scenes/run-scene.ts';
import { endedOn } from '../../test/ended-on.ts';
import { newEmbeddedPlace } from '../../test/engines.ts';
import { openTestServer, type TestServer } from '../../test/open-test-server.ts';
import { someVendors } from '../../test/vendors.ts';

const vendors = someVendors();
const paid = { 'x-image-provider': 'vendor', 'x-video-provider': 'vendor', 'x-api-key': 'sk-flow-0123456789' };

test('a process that stops between the picture and the clip goes on with the clip, with the key it was given', async () => {
  const place = await newEmbeddedPlace();
  // Nothing runs here by itself: the test runs each step, up to the border.
  const first = await openTestServer(place, 'api', {}, { providers: vendors.providers });
  const { world } = first;
  const project = await first.ask('POST', '/projects', { body: {} });
  const path = `/projects/${project.json.id}/works`;
  const work = await first.ask('POST', path, { body: { resolution: { width: 64, height: 64 } } });
  const at = `${path}/${work.json.id}`;
  const scenes = [{ image_prompt: 'a bottle', video_prompt: 'push in', duration_seconds: 1 }];
  expect(await first.ask('PUT', `${at}/scenes`, { body: { scenes } })).toMatchObject({ status: 200 });
  const painted = vendors.images.length;
  const { jobId } = (
    await first.ask('POST', `${at}/generate/scene/0`, { headers: { ...paid, prefer: 'respond-async' } })
  ).json;

  const closing = new AbortController();
  const running = runScene(world, { ...aQueueJob, payload: { jobId }, closing: closing.signal });
  const pictureJob = await jobOfKind(first, 'image');
  closing.abort();
  expect(await running).toEqual({ status: 'again', afterMs: 0 });
  const [generation] = await listGenerations(world.database.kysely, { workId: work.json.id });
  const payload = { jobId: pictureJob.id, generationId: generation?.id };
  expect(await runGeneration(world, { ...aQueueJob, payload })).toEqual({ status: 'done' });
  await first[Symbol.asyncDispose]();

  const second = await openTestServer(place, 'all', {}, { providers: vendors.providers });
  expect(await endedOn(second, jobId)).toMatchObject({ status: 'done', kind: 'scene' });
  expect(vendors.images).toHaveLength(painted + 1);
  expect(vendors.videos.at(-1)?.apiKey).toBe(paid['x-api-key']);
  const takes = (await second.ask('GET', `${at}/scenes/0/takes`)).json;
  expect(takes).toMatchObject([{ kind: 'video', parentIds: [takes[1].id] }, { kind: 'image' }]);
  await second[Symbol.asyncDispose]();
});

const aQueueJob = {
  id: '00000000-0000-4000-8000-000000000000', // of no job
  queue: 'none',
  attempt: 1,
  isLastAttempt: false,
  signal: new AbortController().signal,
  closing: new AbortController().signal,
};

/** The first job of a kind, as soon as there is one. */
async function jobOfKind(on: TestServer, kind: string) {
  for (;;) {
    const found = (await on.ask('GET', '/jobs')).json.find((job: { kind: string }) => job.kind === kind);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
