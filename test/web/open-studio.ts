import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type Client } from '#contract/client.ts';
import { operations } from '#contract/operations.ts';
import { routesOf } from '#contract/route.ts';

/** A server of its own, as `npm start` runs it, on an empty data directory. */
export interface Studio extends AsyncDisposable {
  /** `http://127.0.0.1:port` */
  readonly url: string;
  /** Where it keeps everything, for tests that take a file away. */
  readonly directory: string;
  /** Asks the API as the local owner. */
  readonly client: Client;
  readonly clientAs: (token: string) => Client;
  /** Ends the process as a power cut would, and starts another on the same data. */
  readonly killAndStart: () => Promise<void>;
  /** Ends it, as a power cut would; `start` begins anew. */
  readonly kill: () => Promise<void>;
  readonly start: () => Promise<void>;
}

const root = join(import.meta.dirname, '../..');

/**
 * Starts a server that has the built app.
 *
 * @param within where its data directory is made; a test has it in memory, a bench on the disk that users have
 */
export async function openStudio(
  environment: Readonly<Record<string, string>> = {},
  within: string = tmpdir(),
): Promise<Studio> {
  // Named so that what a killed run left behind is cleared away by the next one, see test/run-directory.ts.
  const directory = mkdtempSync(join(within, `scenewright-test-${process.pid}-`));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;

  const start = async (): Promise<void> => {
    const env = {
      ...process.env,
      PORT: String(port),
      SCENEWRIGHT_DATA: directory,
      SCENEWRIGHT_RATE_LIMIT: 'off',
      ...environment,
    };
    const started = spawn(process.execPath, ['src/server/main.ts'], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    await new Promise<void>((resolve, reject) => {
      let said = '';
      const hear = (chunk: Buffer): void => {
        said += chunk.toString();
        if (said.includes('"event":"ready"')) resolve();
      };
      started.stdout.on('data', hear);
      started.stderr.on('data', hear);
      started.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said.slice(-4000)}`)));
    });
    if (process.env['SCENEWRIGHT_TEST_LOG']) started.stdout.pipe(process.stdout);
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const running = child;
    child = null;
    if (!running || running.exitCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill(signal);
    await ended;
  };

  await start();
  const clientAs = (token: string): Client => clientOf(url, token);
  const kill = (): Promise<void> => end('SIGKILL');
  return {
    url,
    directory,
    clientAs,
    get client() {
      return clientAs(localTokenOf(directory));
    },
    kill,
    start,
    killAndStart: async () => {
      await kill();
      await start();
    },
    [Symbol.asyncDispose]: async () => {
      await end('SIGTERM');
      rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const localTokenOf = (directory: string): string => readFileSync(join(directory, 'local-token'), 'utf8').trim();

/** The typed client over a real socket; a refusal is thrown with what the server said. */
function clientOf(url: string, token: string): Client {
  return createClient(async ({ method, path, headers, body, file }) => {
    const form = file ? new FormData() : null;
    for (const [name, value] of Object.entries(form ? (body ?? {}) : {})) form?.append(name, String(value));
    if (file) form?.append(file.field, file.content as Blob, file.name);
    const sent = form ?? (body === undefined ? undefined : JSON.stringify(body));
    const type: Record<string, string> = typeof sent === 'string' ? { 'content-type': 'application/json' } : {};
    const response = await fetch(`${url}/api${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...type, ...headers },
      ...(sent === undefined ? {} : { body: sent }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return { body: text === '' ? undefined : JSON.parse(text), etag: response.headers.get('etag') };
  }, routesOf(operations));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
