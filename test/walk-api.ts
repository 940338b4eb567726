import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findFfmpeg } from '#media/ffmpeg.ts';
import { probe } from '#media/probe.ts';

/*
 * Runs every `sh` block of docs/api.md, in order, in one shell, against a server of its own on an empty data directory;
 * then plays what was downloaded. Exits 1 at the first command that fails, and names its line of the document.
 *
 *   npm run docs:walk
 */

const DOCUMENT = 'docs/api.md';
const root = join(import.meta.dirname, '..');
const directory = await mkdtemp(join(tmpdir(), 'scenewright-walk-'));
const PATH = `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`;

try {
  const port = await freePort();
  const server = await startServer(port);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.kill(signal));
  try {
    const commands = await writeScript(port);
    const code = await runScript();
    if (code !== 0) throw new Error(`the walk of ${DOCUMENT} stopped`);
    await checkFilm('film.mp4', { width: 360, height: 640, frameCount: 120 });
    await checkFilm('clip.mp4', { width: 360, height: 640 });
    console.log(`${DOCUMENT}: ${commands} lines of commands ran, and film.mp4 is a film`);
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await rm(directory, { recursive: true, force: true });
}

/** A port nobody listens on, as far as one can know. */
async function freePort(): Promise<number> {
  const probing = createServer().listen(0, '127.0.0.1');
  await once(probing, 'listening');
  const { port } = probing.address() as AddressInfo;
  probing.close();
  await once(probing, 'close');
  return port;
}

async function startServer(port: number): Promise<ReturnType<typeof spawn>> {
  const { DATABASE_URL: _, ...environment } = process.env;
  const server = spawn(process.execPath, [join(root, 'src/server/main.ts')], {
    cwd: directory,
    env: { ...environment, PATH, PORT: String(port), SCENEWRIGHT_DATA: join(directory, 'data') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const ready = new Promise<void>((resolve, reject) => {
    server.stdout.on('data', (piece: Buffer) => {
      said = `${said}${piece.toString()}`.slice(-100_000);
      if (said.includes('"event":"ready"')) resolve();
    });
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
  await ready;
  return server;
}

/** The commands alone, each on the line it has in the document, so that the shell's own line numbers are right. */
async function writeScript(port: number): Promise<number> {
  const text = await readFile(join(root, DOCUMENT), 'utf8');
  let commands = 0;
  let isCommand = false;
  const lines = text.split('\n').map((line) => {
    if (line.startsWith('```')) {
      isCommand = line === '```sh';
      return '';
    }
    if (!isCommand) return '';
    commands += 1;
    return line.replace('127.0.0.1:3001', `127.0.0.1:${port}`);
  });
  await writeFile(join(directory, 'walk.sh'), lines.join('\n'));
  if (commands < 20)
    throw new Error(`${DOCUMENT} has ${commands} lines of commands only: is it still written in sh blocks?`);
  return commands;
}

async function runScript(): Promise<number | null> {
  const stop = `trap 'echo "${DOCUMENT}:$LINENO: failed: $BASH_COMMAND" >&2' ERR`;
  const shell = spawn('bash', ['-c', `set -eEuo pipefail; ${stop}; source ./walk.sh`], {
    cwd: directory,
    env: { PATH, HOME: directory, LC_ALL: 'C.UTF-8' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code] = (await once(shell, 'exit')) as [number | null];
  return code;
}

async function checkFilm(name: string, wanted: { width: number; height: number; frameCount?: number }): Promise<void> {
  const ffmpeg = await findFfmpeg({ searchPath: PATH, explicit: process.env['FFMPEG_PATH'] ?? '' });
  const facts = await probe(join(directory, name), { ffmpeg: ffmpeg.path });
  const found = JSON.stringify({ width: facts.width, height: facts.height, frameCount: facts.frameCount });
  for (const [key, value] of Object.entries(wanted)) {
    if (facts[key as keyof typeof facts] !== value)
      throw new Error(`${name} is ${found}, not ${JSON.stringify(wanted)}`);
  }
}
