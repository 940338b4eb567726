import { Worker } from 'node:worker_threads';
import { Problem, type ProblemCode, type ProblemFacts } from '#contract/problems.ts';
import type { Raster, RasterTask } from './raster-task.ts';

type Answer =
  | { readonly result: Raster | null }
  | { readonly failure: { readonly code: ProblemCode; readonly facts: ProblemFacts } | { readonly message: string } };

interface Drawing {
  readonly task: RasterTask;
  readonly resolve: (raster: Raster | null) => void;
  readonly reject: (failure: unknown) => void;
}

const IDLE_MS = 60_000; // CanvasKit and its fonts hold up to 150 MB; a minute after the last text they are let go
const LONGEST_DRAWING_MS = 180_000; // a second is usual; everybody's texts wait for the one that is drawn

let thread: Worker | null = null;
let current: Drawing | null = null;
let timer: NodeJS.Timeout | undefined;
const waiting: Drawing[] = [];

/**
 * Draws a task's bitmaps into its file, one task after the other, in the thread that keeps CanvasKit loaded.
 *
 * When it is cancelled, a task that waits is dropped, and one that is being drawn ends with its thread, which answers to
 * nothing while it draws; the next one gets another.
 *
 * @returns where and when they are shown; null where nothing of it lies in the frame
 * @throws Problem; the signal's reason when cancelled, once nothing writes to the file any more
 */
export function rasterInThread(task: RasterTask, signal?: AbortSignal): Promise<Raster | null> {
  const { promise, resolve, reject } = Promise.withResolvers<Raster | null>();
  if (signal?.aborted) return Promise.reject(signal.reason as Error);
  const drawing: Drawing = { task, resolve, reject };
  const drop = (): void => {
    if (current === drawing) return void giveUp(signal?.reason);
    const place = waiting.indexOf(drawing);
    if (place === -1) return;
    waiting.splice(place, 1);
    reject(signal?.reason);
  };
  signal?.addEventListener('abort', drop, { once: true });
  waiting.push(drawing);
  drawNext();
  return promise.finally(() => signal?.removeEventListener('abort', drop));
}

function drawNext(): void {
  if (current) return;
  clearTimeout(timer);
  current = waiting.shift() ?? null;
  if (current) {
    thread ??= startThread();
    thread.ref();
    thread.postMessage(current.task);
    const reason = 'a text or picture over the film takes minutes to draw: give it less blur, or a shorter animation';
    timer = setTimeout(() => void giveUp(new Problem('invalid_input', { reason })), LONGEST_DRAWING_MS).unref();
  } else {
    thread?.unref();
    timer = setTimeout(() => void endThread(), IDLE_MS).unref();
  }
}

function startThread(): Worker {
  const worker = new Worker(new URL('./raster-worker.ts', import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: 4 },
  });
  worker.on('message', (answer: Answer) => {
    if (thread === worker) settle(answer);
  });
  worker.on('error', (failure) => {
    if (thread === worker) void giveUp(failure);
  });
  return worker;
}

function settle(answer: Answer): void {
  const drawing = current;
  current = null;
  drawNext();
  if ('result' in answer) drawing?.resolve(answer.result);
  else if ('code' in answer.failure) drawing?.reject(new Problem(answer.failure.code, answer.failure.facts));
  else drawing?.reject(new Error(answer.failure.message));
}

/** Ends what is being drawn with its thread, and goes on with the next one. */
async function giveUp(failure: unknown): Promise<void> {
  const drawing = current;
  const ended = endThread();
  current = null;
  drawNext();
  await ended; // whoever asked may remove the file then
  drawing?.reject(failure);
}

async function endThread(): Promise<void> {
  const worker = thread;
  thread = null;
  await worker?.terminate();
}
