import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { loadCanvasKit } from './canvas-kit.ts';
import { fontFacts, type FontReading } from './font-facts.ts';

/*
 * One font, in a thread of its own: CanvasKit parses it in its own memory, and goes when the thread does.
 */

async function read(path: string): Promise<FontReading> {
  const facts = await fontFacts(path);
  if (facts.status !== 'read') return facts;
  const canvasKit = await loadCanvasKit();
  const typeface = canvasKit.Typeface.MakeTypefaceFromData(new Uint8Array(await readFile(path)).buffer);
  if (!typeface) return { status: 'broken', reason: 'its tables cannot be read' };
  typeface.delete();
  return facts;
}

void read(workerData as string).then((reading) => parentPort?.postMessage(reading));
