import { SCOPES } from '#contract/operation.ts';
import { newEmbeddedPlace, type Place } from '../engines.ts';
import { openTestServer, PASSWORD, type TestServer } from '../open-test-server.ts';
import type { Ids } from './aims.ts';
import { apiOf, aScene, jobEnded, jsonOf, pathOf, type Api } from './api.ts';
import { tiny } from './tiny-media.ts';

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
  readonly residents: readonly Resident[];
}

/**
 * Lets people move in while the queue is worked on, then opens the same place again as a door only, so that what is
 * asked for afterwards is queued and costs nothing.
 */
export async function openStage(names: readonly string[]): Promise<Stage> {
  const place = await newEmbeddedPlace();
  const residents = await moveIn(place, names);
  const server = await openTestServer(place, 'api');
  return { server, api: apiOf(server), residents, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

async function moveIn(place: Place, names: readonly string[]): Promise<readonly Resident[]> {
  await using server = await openTestServer(place);
  const residents: Resident[] = [];
  for (const name of names) residents.push(await aResident(apiOf(server), name));
  return residents;
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
  const [session] = jsonOf(await mine.get('/auth/sessions'));
  const ids = { ...(await belongings(mine, marker, { isWorkedOn: true })), tokenId: meta.id, sessionId: session.id };
  return { email, userId: user.id, accessToken, refreshToken, cookie: cookie ?? '', apiToken, ids, marker };
}

/** One of everything in a project; where nobody works on the queue, without what only a worker makes. */
export async function belongings(
  api: Api,
  marker: string,
  { isWorkedOn }: { readonly isWorkedOn: boolean },
): Promise<Omit<Ids, 'tokenId' | 'sessionId'>> {
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
  const scenes = [aScene(0, { image_prompt: marker }), aScene(1, { video_prompt: marker })];
  jsonOf(await api.put(inWork, { scenes }));
  for (const index of [0, 1]) {
    jsonOf(await api.upload(`${inWork}/media/scene/${index}/image`, picture));
    jsonOf(await api.upload(`${inWork}/media/scene/${index}/video`, clip));
  }
  jsonOf(await api.upload(`${inWork}/media/reference`, clip));
  jsonOf(await api.upload(`${inWork}/media/audio`, { field: 'audio', bytes: tiny.wav, name: 'tone.wav' }));
  const takes: { id: string; kind: string }[] = jsonOf(await api.get(`${inWork}/scenes/0/takes`));
  const takeId = takes.find(({ kind }) => kind === 'video')?.id ?? '';
  const exported = jsonOf(await api.post(`${inWork}/exports`, { quality: 'draft' }), 202);
  const things = {
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
  for (const owner of [`${inWork}/scenes/0`, `${inWork}/scenes/0/takes/${takeId}`, `${inWork}/media/reference`]) {
    for (const kind of ['poster', 'filmstrip', 'peaks', 'proxy']) await madeOf(api, `${owner}/${kind}`);
  }
  await madeOf(api, `${inProject}/assets/${asset.id}/poster`);
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
