import { expect } from 'vitest';
import { formOf, type Answered, type Ask, type TestServer } from '../open-test-server.ts';
import { tiny } from './tiny-media.ts';

/** A server as the pages of the contract speak to it: every path is below `/api`. */
export interface Api {
  readonly server: TestServer;
  readonly get: (path: string, options?: Ask) => Promise<Answered>;
  readonly post: (path: string, body?: unknown, options?: Ask) => Promise<Answered>;
  readonly put: (path: string, body: unknown, options?: Ask) => Promise<Answered>;
  readonly del: (path: string, options?: Ask) => Promise<Answered>;
  /** Sends one file as multipart/form-data. */
  readonly upload: (
    path: string,
    file: { readonly field: string; readonly bytes: Uint8Array; readonly name: string; readonly type?: string },
    fields?: Readonly<Record<string, string>>,
    options?: Ask,
  ) => Promise<Answered>;
  readonly raw: TestServer['raw'];
}

/** Speaks to a server. */
export function apiOf(server: TestServer): Api {
  const { ask, raw } = server;
  return {
    server,
    raw,
    get: (path, options) => ask('GET', path, options),
    post: (path, body, options) => ask('POST', path, { ...(body === undefined ? {} : { body }), ...options }),
    put: (path, body, options) => ask('PUT', path, { body, ...options }),
    del: (path, options) => ask('DELETE', path, options),
    upload: (path, file, fields, options) => ask('POST', path, { form: formOf(file, fields), ...options }),
  };
}

/** The JSON of an answer that must be of this status; anything else is shown whole. */
// oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers of every shape
export function jsonOf(answer: Answered, status = 200): any {
  if (answer.status !== status) expect.fail(`expected ${status}, got ${answer.status}: ${answer.text.slice(0, 500)}`);
  return answer.json;
}

/** An answer that must be an error of the documented shape. */
export function expectError(answer: Answered, status: number, code?: string): void {
  if (answer.status !== status) expect.fail(`expected ${status}, got ${answer.status}: ${answer.text.slice(0, 500)}`);
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
  expect(answer.json).toMatchObject({ error: expect.any(String), code: code ?? expect.any(String) });
}

/** A project to do something in; its path is below `/api`. */
export async function aProject(api: Api, fields: object = {}): Promise<{ readonly id: string; readonly path: string }> {
  const { id } = jsonOf(await api.post('/projects', { name: 'Bottles', projectType: 'ecommerce', ...fields }), 201);
  return { id, path: `/projects/${id}` };
}

/** A work whose media are made in a moment, in a project of its own. */
export async function aWork(api: Api, fields: object = {}): Promise<PlacedWork> {
  const project = await aProject(api);
  return aWorkIn(api, project, fields);
}

/** A work and where it is. */
export interface PlacedWork {
  readonly id: string;
  readonly path: string;
  readonly project: { readonly id: string; readonly path: string };
}

/** A work in a project that is there. */
export async function aWorkIn(api: Api, project: PlacedWork['project'], fields: object = {}): Promise<PlacedWork> {
  const brief = { productName: 'EcoBottle', productDescription: 'Keeps water cold for 24 hours.' };
  const size = { videoDuration: 2, sceneCount: 2, resolution: { width: 96, height: 128 } };
  const { id } = jsonOf(await api.post(`${project.path}/works`, { ...brief, ...size, ...fields }), 201);
  return { id, path: `${project.path}/works/${id}`, project };
}

/** What a scene could say, as documented. */
export function aScene(index: number, fields: object = {}): object {
  return {
    scene_index: index,
    duration_seconds: 1,
    image_prompt: `a bottle on a table, number ${index}`,
    negative_prompt: '',
    video_prompt: 'slow push in',
    transition: 'cut',
    ...fields,
  };
}

/** A work with a scenario that was put there, so that nothing has to be generated. */
export async function aWorkWithScenes(api: Api, count = 2, fields: object = {}): Promise<PlacedWork> {
  const work = await aWork(api, fields);
  jsonOf(await api.put(work.path, { scenes: Array.from({ length: count }, (_, index) => aScene(index)) }));
  return work;
}

/** A work whose scenes show uploaded clips of one second each: ready to be exported. */
export async function aWorkWithClips(api: Api, count = 2): Promise<PlacedWork> {
  const work = await aWorkWithScenes(api, count);
  for (let index = 0; index < count; index++) {
    const clip = { field: 'file', bytes: tiny.mp4, name: 'clip.mp4', type: 'video/mp4' };
    jsonOf(await api.upload(`${work.path}/media/scene/${index}/video`, clip));
  }
  return work;
}

/** Waits until a job has ended and gives it. */
// oxlint-disable-next-line typescript/no-explicit-any -- a job's result has many shapes
export async function jobEnded(api: Api, jobId: string, options: Ask = {}): Promise<any> {
  for (;;) {
    const job = jsonOf(await api.get(`/jobs/${jobId}`, options));
    if (job.status !== 'queued' && job.status !== 'running') return job;
    await new Promise((done) => setTimeout(done, 40));
  }
}

/** An address the API gave us, as a path below `/api`. */
export function pathOf(url: string): string {
  expect(url).toMatch(/^\/api\//);
  return url.slice('/api'.length);
}
