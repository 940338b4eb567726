import { access, cp, mkdir, mkdtemp, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import { SCOPES } from '#contract/operation.ts';
import { fontFiles } from '#media/fonts.ts';
import { newEmbeddedPlace, type Place } from '../engines.ts';
import { openTestServer, PASSWORD, type TestServer } from '../open-test-server.ts';
import type { Ids } from './aims.ts';
import { apiOf, aScene, jobEnded, jsonOf, pathOf, type Api } from './api.ts';
import { tiny } from './tiny-media.ts';

const runDirectory = inject('runDirectory');
const RESIDENTS = 'residents.json';

/** Somebody with an account and one of everything. */
export interface Resident {
  readonly email: string;
  readonly userId: string;
  readonly accessToken: string;
  readonly refreshToken: string;
  /** The pair of the access token as a `Cookie` header. */
  readonly cookie: string;
  /** An API token with every scope. */
  readonly apiToken: string;
  readonly ids: Ids;
  /** Found in every text this person wrote. */
  readonly marker: string;
}

/** A server whose queue nobody works on, with people who have one of everything. */
export interface Stage extends AsyncDisposable {
  readonly server: TestServer;
  readonly api: Api;
  readonly residents: readonly [Resident, Resident];
}

/**
 * Opens a place where two people have one of everything, as a door only: what is asked for is queued and costs nothing.
 *
 * They move in while the queue is worked on: into a place of the caller's, or once for all test files of a run, each of
 * which gets a copy.
 */
export async function openStage(own?: Place): Promise<Stage> {
  const { place, residents } = own ? { place: own, residents: await moveIn(own) } : await copyOfFurnished();
  const server = await openTestServer(place, 'api');
  return { server, api: apiOf(server), residents, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

async function copyOfFurnished(): Promise<{ place: Place; residents: readonly [Resident, Resident] }> {
  const furnished = await furnishedPlace();
  const directory = await mkdtemp(join(runDirectory, 'data-'));
  await cp(furnished, directory, { recursive: true });
  const residents = JSON.parse(await readFile(join(furnished, RESIDENTS), 'utf8')) as [Resident, Resident];
  return { place: { directory }, residents };
}

/** Made by the first test file that asks; the others wait for it. */
async function furnishedPlace(): Promise<string> {
  const path = join(runDirectory, 'furnished');
  const isFirst = await mkdir(path).then(
    () => true,
    () => false,
  );
  if (isFirst) await furnish(path);
  for (let waited = 0; waited < 2800; waited++) {
    const isThere = await access(join(path, RESIDENTS)).then(
      () => true,
      () => false,
    );
    if (isThere) return path;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('nobody moved in in time');
}

async function furnish(path: string): Promise<void> {
  const { directory } = await newEmbeddedPlace();
  await cp(directory, path, { recursive: true });
  const residents = await moveIn({ directory: path });
  await writeFile(join(path, `${RESIDENTS}.part`), JSON.stringify(residents));
  await rename(join(path, `${RESIDENTS}.part`), join(path, RESIDENTS));
}

async function moveIn(place: Place): Promise<readonly [Resident, Resident]> {
  await using server = await openTestServer(place);
  const ada = await aResident(apiOf(server), 'ada');
  return [ada, await aResident(apiOf(server), 'eve')];
}

/** Registers somebody and makes one of everything for them. */
async function aResident(api: Api, name: string): Promise<Resident> {
  const marker = `${name}-secret`;
  const email = `${name}@example.org`;
  const registered = await api.post('/auth/register', { email, password: PASSWORD, name: marker }, { as: null });
  const { user, accessToken, refreshToken } = jsonOf(registered, 201);
  const cookie = registered.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .find((pair) => pair.includes(accessToken));
  const mine = as(api, accessToken);
  const { token: apiToken, meta } = jsonOf(await mine.post('/tokens', { name: marker, scopes: SCOPES }), 201);
  jsonOf(await mine.put('/settings/providers/local', { models: { image: 'local-painter' } }));
  const [session] = jsonOf(await mine.get('/auth/sessions'));
  const ids = {
    ...(await belongings(mine, marker, { isWorkedOn: true })),
    tokenId: meta.id,
    sessionId: session.id,
    provider: 'local',
    fontId: fontFiles[0]?.id ?? '',
  };
  return { email, userId: user.id, accessToken, refreshToken, cookie: cookie ?? '', apiToken, ids, marker };
}

/** One of everything in a project; where nobody works on the queue, without what only a worker makes. */
export async function belongings(
  api: Api,
  marker: string,
  { isWorkedOn }: { readonly isWorkedOn: boolean },
): Promise<Omit<Ids, 'tokenId' | 'sessionId' | 'provider' | 'fontId'>> {
  const project = jsonOf(await api.post('/projects', { name: marker, knowledge: marker, systemPrompt: marker }), 201);
  const inProject = `/projects/${project.id}`;
  const picture = { field: 'file', bytes: tiny.png, name: `${marker}.png` };
  const clip = { field: 'file', bytes: tiny.mp4, name: `${marker}.mp4` };
  const asset = jsonOf(await api.upload(`${inProject}/assets`, picture, { name: marker }), 201);
  const text = { id: 'a', text: marker, fontSize: 40, fontColor: '#ffffff', centerX: 0, centerY: 0 };
  const timing = { timingMode: 'relative', startPercent: 0, endPercent: 100 };
  const content = { textOverlays: [{ ...text, ...timing }], imageOverlays: [] };
  const template = jsonOf(await api.post(`${inProject}/templates`, { name: marker, content }), 201);
  const brief = { name: marker, productName: marker, resolution: { width: 96, height: 128 }, videoDuration: 2 };
  const work = jsonOf(await api.post(`${inProject}/works`, brief), 201);
  const inWork = `${inProject}/works/${work.id}`;
  const seen = { overall_tone: marker, color_palette: [], tempo: 'slow', has_text_overlay: false };
  const analysis = { ...seen, scene_count: 0, scenes: [] };
  const scenes = [aScene(0, { image_prompt: marker }), aScene(1, { video_prompt: marker })];
  jsonOf(await api.put(inWork, { scenes }));
  for (const index of [0, 1]) {
    jsonOf(await api.upload(`${inWork}/media/scene/${index}/image`, picture));
    jsonOf(await api.upload(`${inWork}/media/scene/${index}/video`, clip));
  }
  jsonOf(await api.upload(`${inWork}/media/reference`, clip));
  jsonOf(await api.put(inWork, { analysis })); // of the reference, whose upload takes it away
  jsonOf(await api.upload(`${inWork}/media/audio`, { field: 'audio', bytes: tiny.wav, name: 'tone.wav' }));
  const takes: { id: string; kind: string }[] = jsonOf(await api.get(`${inWork}/scenes/0/takes`));
  const takeId = takes.find(({ kind }) => kind === 'video')?.id ?? '';
  const exported = jsonOf(await api.post(`${inWork}/exports`, { quality: 'draft' }), 202);
  const spare = jsonOf(await api.upload(`${inProject}/assets`, picture, { name: marker }), 201);
  const { trashId } = jsonOf(await api.post(`${inProject}/assets/${spare.id}/trash`));
  const things = {
    trashId,
    projectId: project.id,
    workId: work.id,
    sceneIndex: '0',
    takeId,
    assetId: asset.id,
    templateId: template.id,
    exportId: exported.id,
    jobId: exported.jobId,
    mediaId: takes.find(({ kind }) => kind === 'image')?.id ?? '',
  };
  if (!isWorkedOn) return things;
  await jobEnded(api, exported.jobId);
  const made = jsonOf(await api.post('/generate/image', { prompt: marker, resolution: { width: 96, height: 128 } }));
  // All of the same bytes, so that each kind is made once.
  for (const kind of ['poster', 'filmstrip', 'peaks', 'proxy']) {
    for (const owner of [`${inWork}/scenes/0`, `${inWork}/scenes/0/takes/${takeId}`, `${inWork}/media/reference`]) {
      await madeOf(api, `${owner}/${kind}`);
    }
  }
  await madeOf(api, `${inWork}/media/audio/peaks`);
  await madeOf(api, `${inProject}/assets/${asset.id}/poster`);
  await madeOf(api, `/trash/${trashId}/poster`);
  await madeOf(api, `${inProject}/templates/${template.id}/thumbnail`);
  return { ...things, mediaId: pathOf(made.imageUrl).split('/').at(-1) ?? '' };
}

async function madeOf(api: Api, path: string): Promise<void> {
  const answer = await api.raw('GET', path);
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
}

/** The same server, asked by somebody else. */
export function as(api: Api, accessToken: string): Api {
  return apiOf({
    ...api.server,
    ask: (method, path, options) => api.server.ask(method, path, { as: accessToken, ...options }),
    raw: (method, path, options) => api.server.raw(method, path, { as: accessToken, ...options }),
  });
}
