import { open } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { beginsAsFont, fontFacts, type FontReading } from './font-facts.ts';

const TIMEOUT_MS = 20_000;
const MEMORY_MB = 256;

/** Reads a font and tries to draw with it, in a thread with limited time and memory that ends with it. */
export async function readFont(path: string): Promise<FontReading> {
  if (!(await isFont(path))) return { status: 'none' };
  const facts = await fontFacts(path);
  const fault = facts.status === 'read' ? await faultInDrawing(path) : null;
  return fault === null ? facts : { status: 'broken', reason: fault };
}

async function faultInDrawing(path: string): Promise<string | null> {
  const worker = new Worker(new URL('./font-worker.ts', import.meta.url), {
    workerData: path,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    execArgv: [],
  });
  const fault = Promise.withResolvers<string | null>();
  const timer = setTimeout(
    () => fault.resolve(`reading it took longer than ${String(TIMEOUT_MS / 1000)} s`),
    TIMEOUT_MS,
  );
  worker.once('message', (isDrawable: boolean) => fault.resolve(isDrawable ? null : 'its tables cannot be read'));
  worker.once('error', () => fault.resolve('its tables cannot be read'));
  worker.once('exit', () => fault.resolve('reading it needs too much memory'));
  try {
    return await fault.promise;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

/** By its first bytes, so that a large file of another kind is not read. */
async function isFont(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return beginsAsFont(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}
