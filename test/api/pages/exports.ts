import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { probe } from '#media/probe.ts';
import { aWorkWithClips, expectError, jobEnded, jsonOf, pathOf, type Api } from '../api.ts';

/** Puts bytes into a file of the run, to be looked at. */
export function fileOf(bytes: Uint8Array, name: string): string {
  const path = join(mkdtempSync(join(inject('runDirectory'), 'films-')), name);
  writeFileSync(path, bytes);
  return path;
}

/** POST /export, the exports of a work, jobs and events. */
export function exportsPage(api: () => Api): void {
  test('POST /export answers the MP4 of the clips, texts and options asked for, as an attachment', async () => {
    const work = await aWorkWithClips(api(), 2);
    const body = {
      projectId: work.project.id,
      workId: work.id,
      clips: [
        { sceneIndex: 1, position: 0, end: 1 },
        { sceneIndex: 0, position: 1, end: 1.5, cutFrom: 0.2 },
      ],
      texts: [{ text: "It's 100%: a \\ test", position: 0, end: 1, fontSize: 12, fontColor: '#ffffff', x: 2, y: 2 }],
      audio: { volume: 0.5 },
      options: { width: 96, height: 128, fps: 30 },
    };
    const response = await api().raw('POST', '/export', { body });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('video/mp4');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment/);
    const path = fileOf(new Uint8Array(await response.arrayBuffer()), 'film.mp4');
    expect(await probe(path, { ffmpeg: api().server.world.ffmpeg.path })).toMatchObject({
      width: 96,
      height: 128,
      frameCount: 45,
      fps: { num: 30, den: 1 },
    });
  });

  test('POST /export needs a credential and the work to be one’s own', async () => {
    const work = await aWorkWithClips(api(), 1);
    const clips = [{ sceneIndex: 0, position: 0, end: 1 }];
    const body = { projectId: work.project.id, workId: work.id, clips, options: { width: 96, height: 128, fps: 30 } };
    expectError(await api().post('/export', body, { as: null }), 401);
    expectError(await api().post('/export', { ...body, workId: 'work_nowhere' }), 404);
    expectError(await api().post('/export', { ...body, clips: [] }), 400);
    const transition = [{ sceneIndex: 0, position: 0, end: 1, transition: 'explode' }];
    expectError(await api().post('/export', { ...body, clips: transition }), 400);
  });

  test('exports of a work are durable: started, listed, watched, downloaded again, deleted', async () => {
    const work = await aWorkWithClips(api(), 2);
    const started = jsonOf(await api().post(`${work.path}/exports`, { quality: 'draft' }), 202);
    expect(started).toMatchObject({ workId: work.id, jobId: expect.stringMatching(/^job_/) });
    const job = await jobEnded(api(), started.jobId);
    expect(job).toMatchObject({ kind: 'export', status: 'done', progress: 1, workId: work.id });
    const [listed] = jsonOf(await api().get(`${work.path}/exports`));
    expect(listed).toMatchObject({ id: started.id, status: 'done', url: expect.any(String) });
    const file = await api().raw('GET', pathOf(listed.url));
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
    expect((await file.arrayBuffer()).byteLength).toBe(listed.sizeBytes);
    expect((await api().del(`${work.path}/exports/${started.id}`)).status).toBe(204);
    expectError(await api().get(`${work.path}/exports/${started.id}/file`), 404);
  });

  test('GET /jobs narrows by work and status; a job that is not there is a 404; a cancelled one can be tried again', async () => {
    const work = await aWorkWithClips(api(), 1);
    const { jobId } = jsonOf(await api().post(`${work.path}/exports`, {}), 202);
    await jobEnded(api(), jobId);
    const listed = jsonOf(await api().get(`/jobs?workId=${work.id}&status=done`));
    expect(listed.map((job: { id: string }) => job.id)).toContain(jobId);
    expect(jsonOf(await api().get(`/jobs?workId=${work.id}&status=failed`))).toEqual([]);
    expectError(await api().get('/jobs?status=odd'), 400);
    expectError(await api().get('/jobs/job_nowhere'), 404);
    expectError(await api().post('/jobs/job_nowhere/cancel'), 404);
    expectError(await api().post('/jobs/job_nowhere/retry'), 404);
    expectError(await api().post(`/jobs/${jobId}/retry`), 409);
  });

  test('GET events streams what happens to the work; Last-Event-ID goes on without a loss or a repeat', async () => {
    const work = await aWorkWithClips(api(), 1);
    const first = await eventsUntil(
      api(),
      work.path,
      {},
      (seen) => seen.some(({ event }) => event === 'export'),
      async () => {
        const { jobId } = jsonOf(await api().post(`${work.path}/exports`, {}), 202);
        await jobEnded(api(), jobId);
      },
    );
    expect(first[0]?.event).toBe('ready'); // it says from where on the stream is whole
    const ids = first.map(({ id }) => id);
    expect(ids.slice(1)).toEqual([...new Set(ids)].slice(1).toSorted((a, b) => a - b));
    const again = { 'last-event-id': String(ids[0]) };
    const rest = await eventsUntil(api(), work.path, again, (seen) => seen.length >= first.length);
    expect(rest.slice(0, first.length)).toEqual(first);
  });
}

interface SeenEvent {
  readonly id: number;
  readonly event: string;
}

/** Listens until enough was seen; `meanwhile` runs once the stream is open. */
async function eventsUntil(
  api: Api,
  path: string,
  headers: Readonly<Record<string, string>>,
  isEnough: (seen: readonly SeenEvent[]) => boolean,
  meanwhile: () => Promise<void> = async () => {},
): Promise<readonly SeenEvent[]> {
  const response = await api.raw('GET', `${path}/events`, { headers });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
  const doing = meanwhile();
  const seen: SeenEvent[] = [];
  let text = '';
  const decoder = new TextDecoder();
  for await (const bytes of response.body ?? []) {
    text += decoder.decode(bytes as Uint8Array, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const id = /^id: ?(\d+)$/m.exec(block)?.[1];
      const event = /^event: ?(\w+)$/m.exec(block)?.[1];
      if (id !== undefined && event !== undefined) seen.push({ id: Number(id), event });
    }
    if (isEnough(seen)) break;
  }
  await doing;
  return seen;
}
