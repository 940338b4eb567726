import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { expect, test } from 'vitest';
import { newEmbeddedPlace } from '../../../test/engines.ts';
import { DurableFileSystem } from './durable-file-system.ts';
import { openDatabase } from './open-database.ts';
import { openEmbedded } from './open-embedded.ts';

const log = (): void => undefined;
const KILLS = 25;

interface Writer {
  readonly child: ChildProcess;
  readonly acknowledged: number[];
  readonly isOpen: Promise<unknown>;
}

function startWriter(directory: string): Writer {
  const script = new URL('writes-in-a-loop.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  const acknowledged: number[] = [];
  const lines = createInterface({ input: child.stdout });
  const isOpen = once(lines, 'line');
  lines.on('line', (line) => {
    if (line !== 'open') acknowledged.push(Number(line));
  });
  return { child, acknowledged, isOpen };
}

async function kill({ child }: Writer): Promise<void> {
  const gone = once(child, 'close'); // after everything it said has been read
  child.kill('SIGKILL');
  await gone;
}

test(
  `${KILLS} kills in the middle of writing lose no acknowledged row`,
  async () => {
    const { directory } = await newEmbeddedPlace();
    const acknowledged: number[] = [];
    for (let killed = 0; killed < KILLS; killed++) {
      const writer = startWriter(directory);
      await writer.isOpen;
      while (writer.acknowledged.length < 2) await new Promise((done) => setTimeout(done, 5)); // on a busy machine too
      await new Promise((done) => setTimeout(done, Math.random() * 200));
      await kill(writer);
      acknowledged.push(...writer.acknowledged);
    }
    const database = await openDatabase({ directory, log });
    try {
      const rows = await database.kysely.selectFrom('audit').select('id').execute();
      const stored = new Set(rows.map((row) => row.id));
      expect(acknowledged.length).toBeGreaterThan(KILLS);
      expect(acknowledged.filter((number) => !stored.has(number))).toEqual([]);
    } finally {
      await database.close();
    }
  },
  KILLS * 20_000,
);

test('a second process on the same data directory is refused, and is told whose it is', async () => {
  const { directory } = await newEmbeddedPlace();
  const writer = startWriter(directory);
  await writer.isOpen;
  await expect(openDatabase({ directory, log })).rejects.toMatchObject({
    code: 'data_directory_busy',
    message: expect.stringContaining(`(process ${writer.child.pid})`),
  });
  await kill(writer);
  const database = await openDatabase({ directory, log });
  await expect(openDatabase({ directory, log }), 'also in the same process').rejects.toMatchObject({
    code: 'data_directory_busy',
  });
  await database.close();
});

test('a database that does not sync to disk is refused', async () => {
  class StockFileSystem extends DurableFileSystem {
    override init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
      return NodeFS.prototype.init.apply(this, args);
    }
  }
  const { directory } = await newEmbeddedPlace();
  const opening = openEmbedded({ directory, log, fileSystem: (path) => new StockFileSystem(path) });
  await expect(opening).rejects.toMatchObject({ code: 'database_not_durable' });
  const database = await openDatabase({ directory, log });
  await database.close();
});
