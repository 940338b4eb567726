import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFfmpeg } from '#media/ffmpeg.ts';
import { hasNginx, rangeSpeed, startNginx } from './api/beside-nginx.ts';
import { costOfEach, rateOf } from './api/requests.ts';
import { isPinned, leaveFirstCore, startServer, type Served } from './api/served.ts';
import { growthDuring, smallClip, uploadLong } from './api/uploads.ts';

/*
 * What the API costs: requests a second and processor time of one core, the memory of large uploads, and media beside
 * nginx on the same file.
 *
 *   node bench/api.ts [--report]      --report: tells and does not judge
 *
 * The server has the first core to itself, the asking is done from the second. Takes 4 GB below TMPDIR while it runs.
 */

const reportOnly = process.argv.includes('--report');
const SECONDS = 4;
const UPLOAD_MEGABYTES = 1024;
const RANGE_BYTES = 256 << 20;
const FRESH_TOKENS = 300;

interface Line {
  readonly what: string;
  readonly found: string;
  readonly bar: string;
  readonly isMet: boolean | null;
}
const lines: Line[] = [];
const directory = mkdtempSync(join(tmpdir(), 'scenewright-bench-'));
leaveFirstCore();
let server = await startServer(join(directory, 'data'));
console.log(isPinned ? 'the server has the first core' : 'no taskset: the server shares every core');
try {
  const things = await furnish(server);
  await measureRequests(things);
  await measureTokenCheck(things);
  await server.stop();
  server = await startServer(join(directory, 'data')); // as small as it is before anybody has asked for anything
  await measureUploads(things);
  await measureRange(things);
} finally {
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
}
report();

interface Things {
  readonly access: string;
  readonly token: string;
  readonly work: string;
  readonly list: string;
  readonly works: readonly string[];
}

/** An account with 200 works, the first of which has the size of one that is being worked on. */
async function furnish(to: Served): Promise<Things> {
  const account = { email: 'bench@example.org', password: 'correct horse battery', name: 'Bench' };
  const { accessToken: access } = await send(to, 'POST', '/auth/register', null, account);
  const scopes = ['projects:read', 'projects:write', 'works:read', 'works:write'];
  const { token } = await send(to, 'POST', '/tokens', access, { name: 'bench', scopes });
  const project = await send(to, 'POST', '/projects', access, { name: 'Bench', projectType: 'ecommerce' });
  const list = `/projects/${project.id}/works`;
  const works: string[] = [];
  for (let turn = 0; turn < 200; turn++) {
    const { id } = await send(to, 'POST', list, access, { name: `Work ${String(turn)}`, productName: 'EcoBottle' });
    works.push(`${list}/${id}`);
  }
  const work = works[0] ?? '';
  const words = 'A steel bottle on a wet stone in the first light, mist behind it, drops on the cap. ';
  const scenes = Array.from({ length: 12 }, (_, index) => ({
    scene_index: index,
    duration_seconds: 3,
    image_prompt: words.repeat(6),
    negative_prompt: 'people, text',
    video_prompt: words.repeat(3),
    transition: 'fade',
  }));
  await send(to, 'PUT', work, access, { scenes });
  return { access, token, work, list, works };
}

async function measureRequests({ access, token, work, list }: Things): Promise<void> {
  for (const [kind, credential] of [
    ['access token', access],
    ['API token', token],
  ] as const) {
    for (const [what, path, bar] of [
      ['GET work', work, 1000],
      ['list of 200 works', list, null],
    ] as const) {
      const { perSecond, cpuMsEach, bytesEach } = await rateOf(server, path, credential, SECONDS);
      add(
        `${what} (${(bytesEach / 1000).toFixed(1)} kB), ${kind}`,
        `${perSecond.toFixed(0)} a second, ${cpuMsEach.toFixed(2)} ms CPU each`,
        bar === null ? null : { text: `≥ ${String(bar)} a second`, isMet: perSecond >= bar },
      );
    }
  }
}

/** What a request costs more for being asked with a token that was never seen before, or was. */
async function measureTokenCheck({ access, token }: Things): Promise<void> {
  const tokens: string[] = [];
  for (let turn = 0; turn < FRESH_TOKENS; turn++) {
    const made = await send(server, 'POST', '/tokens', access, { name: 'fresh', scopes: ['works:read'] });
    tokens.push(made.token);
  }
  await rateOf(server, '/auth/me', access, 1);
  const bare = await rateOf(server, '/auth/me', access, SECONDS);
  const first = await costOfEach(server, '/auth/me', tokens);
  const known = await rateOf(server, '/auth/me', token, SECONDS);
  for (const [what, rate] of [
    ['API token check, each token new to the process', first],
    ['API token check, the token known', known],
  ] as const) {
    const ms = Math.max(0, rate.cpuMsEach - bare.cpuMsEach);
    add(what, `${ms.toFixed(3)} ms CPU more than a session’s`, { text: '≤ 1 ms', isMet: ms <= 1 });
  }
}

async function measureUploads({ access, works }: Things): Promise<void> {
  const clip = await aClip();
  const upload = (turn: number, megabytes: number): Promise<void> =>
    uploadLong(server, `${works[turn] ?? ''}/media/reference`, access, { clip, megabytes, turn });
  await Promise.all([1, 2, 3].map((turn) => upload(turn, 8))); // what is loaded once is no growth
  const started = performance.now();
  const grown = await growthDuring(server, () => Promise.all([4, 5, 6].map((turn) => upload(turn, UPLOAD_MEGABYTES))));
  const seconds = (performance.now() - started) / 1000;
  add(
    `three uploads of ${String(UPLOAD_MEGABYTES)} MB at once (${seconds.toFixed(0)} s)`,
    `grew by ${(grown / 1e6).toFixed(0)} MB`,
    { text: '≤ 64 MB', isMet: grown <= 64e6 },
  );
}

async function measureRange({ access, works }: Things): Promise<void> {
  if (!hasNginx()) {
    add('Range beside nginx', 'skipped: no nginx here (apt-get install nginx-light)', null);
    return;
  }
  const path = `/api${works[4] ?? ''}/media/reference`;
  const file = join(directory, 'same.mp4');
  await download(`${server.origin}${path}`, access, file);
  const nginx = await startNginx(file, directory);
  try {
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (let round = 0; round < 8; round++) {
      ours.push(rangeSpeed(`${server.origin}${path}`, access, RANGE_BYTES));
      theirs.push(rangeSpeed(`${nginx.origin}/same.mp4`, null, RANGE_BYTES));
    }
    const [our, their] = [middle(ours), middle(theirs)];
    const found = `${(our / 1e6).toFixed(0)} MB/s, nginx ${(their / 1e6).toFixed(0)} MB/s: ${(our / their).toFixed(2)} ×`;
    add('Range of 256 MB beside nginx', found, { text: '≥ 0.5 ×', isMet: our / their >= 0.5 });
  } finally {
    await nginx.stop();
  }
}

async function aClip(): Promise<Buffer> {
  const explicit = process.env['FFMPEG_PATH'];
  const ffmpeg = await findFfmpeg({
    searchPath: process.env['PATH'] ?? '',
    ...(explicit === undefined ? {} : { explicit }),
  });
  return smallClip(ffmpeg.path, directory);
}

async function download(url: string, token: string, file: string): Promise<void> {
  const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  if (!answer.body) throw new Error(`${url}: ${String(answer.status)}`);
  await writeFile(file, answer.body as unknown as AsyncIterable<Uint8Array>);
}

// oxlint-disable-next-line typescript/no-explicit-any -- answers of every shape
async function send(to: Served, method: string, path: string, token: string | null, body: object): Promise<any> {
  const answer = await fetch(`${to.origin}/api${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${String(answer.status)} ${await answer.text()}`);
  return answer.json();
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function add(what: string, found: string, bar: { readonly text: string; readonly isMet: boolean } | null): void {
  console.log(`  ${what}: ${found}`);
  lines.push({ what, found, bar: bar?.text ?? '', isMet: bar?.isMet ?? null });
}

function report(): void {
  const wide = (key: 'what' | 'found'): number => Math.max(...lines.map((line) => line[key].length));
  console.log('');
  for (const { what, found, bar, isMet } of lines) {
    const verdict = isMet === null ? '' : isMet ? 'met' : 'MISSED';
    console.log(`${what.padEnd(wide('what'))}  ${found.padEnd(wide('found'))}  ${bar.padEnd(16)} ${verdict}`);
  }
  const isMissed = lines.some((line) => line.isMet === false);
  console.log(isMissed ? 'a bar is missed' : 'every bar is met');
  process.exitCode = isMissed && !reportOnly ? 1 : 0;
}
