import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JobStatus } from '#contract/job.ts';
import { insertJob, updateJob } from '#store/jobs.ts';
import { openTestServer, type TestServer } from '../../test/open-test-server.ts';

let server: TestServer;
let projectId = '';
let workId = '';

beforeAll(async () => {
  server = await openTestServer();
  projectId = (await server.ask('POST', '/projects', { body: { name: 'Steel bottle' } })).json.id;
  const body = { name: 'Launch', resolution: { width: 128, height: 96 } };
  workId = (await server.ask('POST', `/projects/${projectId}/works`, { body })).json.id;
});
afterAll(() => server[Symbol.asyncDispose]());

test('a job says what it is about: its work, its scene, its model, and the jobs it stands for', async () => {
  const at = `/projects/${projectId}/works/${workId}`;
  const script = { image_prompt: 'a bottle', duration_seconds: 0.5 };
  await server.ask('PUT', `${at}/scenes`, { body: { scenes: [script, script] } });
  await server.ask('POST', `${at}/generate/scene/1`);
  const jobs = (await server.ask('GET', `/jobs?workId=${workId}`)).json;
  const [scene] = jobs.filter(({ kind }: { kind: string }) => kind === 'scene');
  const [picture] = jobs.filter(({ kind }: { kind: string }) => kind === 'image');
  const place = { projectId, projectName: 'Steel bottle', workId, workName: 'Launch', sceneIndex: 1 };
  expect(scene).toMatchObject(place);
  expect(picture).toMatchObject({ ...place, provider: 'local', model: expect.any(String) });
  expect(scene.parts).toContain(picture.id);
  expect(picture).not.toHaveProperty('parts');
  expect((await server.ask('GET', `/jobs/${scene.id}`)).json).toEqual(scene);
});

test('everything that has not ended is one question', async () => {
  const { workspaceId, userId } = server.world.owner;
  const statuses: JobStatus[] = ['queued', 'running', 'uncertain', 'done', 'failed', 'cancelled'];
  for (const status of statuses) {
    const id = `job_${status}`;
    const owned = { workspaceId, createdBy: userId, workId: null, targetId: null };
    await insertJob(server.world.database.kysely, { id, ...owned, kind: 'style', stage: 'waiting' });
    if (status !== 'queued') await updateJob(server.world.database.kysely, id, { status });
  }
  const active = (await server.ask('GET', '/jobs?status=active')).json.map(({ id }: { id: string }) => id);
  expect(active.toSorted()).toEqual(['job_queued', 'job_running', 'job_uncertain']);
  expect((await server.ask('GET', '/jobs?status=over')).status).toBe(400);
});
