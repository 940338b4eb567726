import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';

/** A process that serves, on a core of its own where the machine can do that. */
export interface Served {
  readonly origin: string;
  readonly process: ChildProcess;
  readonly cpuSeconds: () => number;
  readonly rssBytes: () => number;
  readonly stop: () => Promise<void>;
}

const CLOCK_TICKS = Number(spawnSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }).stdout) || 100;
const hasTaskset = spawnSync('taskset', ['--version']).status === 0;

/** Which core is whose: what is measured has the first alone. */
export const isPinned = hasTaskset;

/** Keeps this process, which asks, off the core of the one that answers. */
export function leaveFirstCore(): void {
  if (hasTaskset) spawnSync('taskset', ['-acp', '1', String(process.pid)]);
}

/** A port nobody listens on. */
export async function freePort(): Promise<number> {
  const probing = createServer().listen(0, '127.0.0.1');
  await once(probing, 'listening');
  const { port } = probing.address() as AddressInfo;
  probing.close();
  await once(probing, 'close');
  return port;
}

/** Starts our server on an empty data directory, at the first core. */
export async function startServer(dataDirectory: string): Promise<Served> {
  const port = await freePort();
  const { DATABASE_URL: _, ...environment } = process.env;
  const main = join(import.meta.dirname, '../../src/server/main.ts');
  const env = {
    ...environment,
    PORT: String(port),
    SCENEWRIGHT_DATA: dataDirectory,
    SCENEWRIGHT_ROLE: 'api', // what is made of an upload afterwards is no part of taking it
  };
  const child = onFirstCore(process.execPath, [main], env);
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (piece: Buffer) => {
      if (said.includes('"event":"ready"')) return;
      said += piece.toString();
      if (said.includes('"event":"ready"')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${String(code)}: ${said}`)));
  });
  return served(child, `http://127.0.0.1:${String(port)}`);
}

/** Starts a program on the first core. */
export function onFirstCore(command: string, args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  const [program, ...words] = hasTaskset ? ['taskset', '-c', '0', command, ...args] : [command, ...args];
  return spawn(program ?? command, words, { env, stdio: ['ignore', 'pipe', 'inherit'] });
}

/** What can be said of a process that serves. */
export function served(child: ChildProcess, origin: string): Served {
  const pid = String(child.pid);
  return {
    origin,
    process: child,
    cpuSeconds: () => {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      return (Number(fields[11]) + Number(fields[12])) / CLOCK_TICKS; // utime and stime of proc(5)
    },
    rssBytes: () => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024,
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
