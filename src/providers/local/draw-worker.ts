import { parentPort } from 'node:worker_threads';
import { drawTasks, type TaskContext } from './draw-tasks.ts';
import { packFailure, type PackedFailure } from './failure-across-threads.ts';

/** What the pool tells a worker; a worker runs one task at a time. */
export type ToDrawWorker =
  | { readonly type: 'run'; readonly id: number; readonly kind: keyof typeof drawTasks; readonly input: unknown }
  | { readonly type: 'abort'; readonly id: number };

/** What a worker tells the pool. Exactly one `done` or `failed` follows each `run`. */
export type FromDrawWorker =
  | { readonly type: 'progress'; readonly id: number; readonly done: number }
  | { readonly type: 'done'; readonly id: number; readonly output: unknown }
  | { readonly type: 'failed'; readonly id: number; readonly failure: PackedFailure };

const tasks: Readonly<Record<string, (input: never, context: TaskContext) => Promise<unknown>>> = drawTasks;
const running = new Map<number, AbortController>();

parentPort?.on('message', (message: ToDrawWorker) => {
  if (message.type === 'abort') running.get(message.id)?.abort();
  else void run(message);
});

async function run(message: Extract<ToDrawWorker, { type: 'run' }>): Promise<void> {
  const { id, kind, input } = message;
  const abort = new AbortController();
  running.set(id, abort);
  try {
    const task = tasks[kind];
    if (task === undefined) throw new RangeError(`no draw task is called ${String(kind)}`);
    const output = await task(input as never, {
      signal: abort.signal,
      progress: (done) => post({ type: 'progress', id, done }),
    });
    post({ type: 'done', id, output });
  } catch (failure) {
    post({ type: 'failed', id, failure: packFailure(failure) });
  } finally {
    running.delete(id);
  }
}

function post(message: FromDrawWorker): void {
  parentPort?.postMessage(message);
}
