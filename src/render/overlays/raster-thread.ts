import { Worker } from 'node:worker_threads';
import { Problem, type ProblemCode, type ProblemFacts } from '#contract/problems.ts';
import type { Raster, RasterTask } from './raster-task.ts';

type Answer = { readonly id: number } & (
  | { readonly result: Raster | null }
  | { readonly failure: { readonly code: ProblemCode; readonly facts: ProblemFacts } | { readonly message: string } }
);

interface Waiting {
  readonly resolve: (raster: Raster | null) => void;
  readonly reject: (failure: unknown) => void;
}

const IDLE_MS = 60_000; // CanvasKit and its fonts hold up to 150 MB; a minute after the last text they are let go

let thread: Worker | null = null;
let lastId = 0;
let idleTimer: NodeJS.Timeout | undefined;
const waiting = new Map<number, Waiting>();

/**
 * Draws a task's bitmaps into its file, one task after the other, in the thread that keeps CanvasKit loaded.
 *
 * @returns where and when they are shown; null where nothing of it lies in the frame
 */
export function rasterInThread(task: RasterTask): Promise<Raster | null> {
  thread ??= startThread();
  clearTimeout(idleTimer);
  thread.ref();
  const id = ++lastId;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    thread?.postMessage({ id, task });
  });
}

function startThread(): Worker {
  const worker = new Worker(new URL('./raster-worker.ts', import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: 4 },
  });
  worker.on('message', (answer: Answer) => settle(worker, answer));
  worker.on('error', (failure) => {
    thread = null;
    for (const { reject } of waiting.values()) reject(failure);
    waiting.clear();
  });
  return worker;
}

function settle(worker: Worker, answer: Answer): void {
  const caller = waiting.get(answer.id);
  waiting.delete(answer.id);
  if (waiting.size === 0) {
    worker.unref();
    idleTimer = setTimeout(() => {
      if (thread === worker) thread = null;
      void worker.terminate();
    }, IDLE_MS).unref();
  }
  if ('result' in answer) caller?.resolve(answer.result);
  else if ('code' in answer.failure) caller?.reject(new Problem(answer.failure.code, answer.failure.facts));
  else caller?.reject(new Error(answer.failure.message));
}
