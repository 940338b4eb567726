import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { loadCanvasKit } from './canvas-kit.ts';

/*
 * One font, in a thread of its own: CanvasKit parses it in its own memory, and goes when the thread does.
 */

/** Whether there is anything in it to draw with. */
async function isDrawable(path: string): Promise<boolean> {
  const canvasKit = await loadCanvasKit();
  const typeface = canvasKit.Typeface.MakeTypefaceFromData(new Uint8Array(await readFile(path)).buffer);
  typeface?.delete();
  return typeface !== null;
}

void isDrawable(workerData as string).then((answer) => parentPort?.postMessage(answer));
