import { open } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { beginsAsFont, type FontReading } from './font-facts.ts';

const TIMEOUT_MS = 20_000;
const MEMORY_MB = 256;

/** Reads a font as it would be drawn with, in a thread with limited time and memory that ends with it. */
export async function readFont(path: string, timeoutMs = TIMEOUT_MS): Promise<FontReading> {
  if (!(await isFont(path))) return { status: 'none' };
  const worker = new Worker(new URL('./font-worker.ts', import.meta.url), {
    workerData: path,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    execArgv: [],
  });
  const read = Promise.withResolvers<FontReading>();
  const timer = setTimeout(
    () => read.resolve({ status: 'broken', reason: `reading it took longer than ${String(timeoutMs / 1000)} s` }),
    timeoutMs,
  );
  worker.once('message', (reading: FontReading) => read.resolve(reading));
  worker.once('error', () => read.resolve({ status: 'broken', reason: 'its tables cannot be read' }));
  worker.once('exit', () => read.resolve({ status: 'broken', reason: 'reading it needs too much memory' }));
  try {
    return await read.promise;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

/** By its first bytes; nothing else is worth a thread. */
async function isFont(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return beginsAsFont(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}
