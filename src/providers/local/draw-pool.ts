import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { Problem } from '#contract/problems.ts';
import { ProviderError } from '../provider.ts';
import type { DrawTasks } from './draw-tasks.ts';
import type { FromDrawWorker, ToDrawWorker } from './draw-worker.ts';
import { unpackFailure } from './failure-across-threads.ts';

const POOL_SIZE = Math.max(1, Math.min(2, availableParallelism())); // a clip also keeps its FFmpeg busy on another core
const IDLE_MS = 20_000; // a worker holds about 100 MB of layers and code: not for ever
const ABORT_GRACE_MS = 5_000; // the longest stretch between two looks at the signal is one still, about a second when busy

type DrawTask = {
  [Kind in keyof DrawTasks]: { readonly kind: Kind; readonly input: Parameters<DrawTasks[Kind]>[0] };
}[keyof DrawTasks];
type DrawResult<Kind extends keyof DrawTasks> = Awaited<ReturnType<DrawTasks[Kind]>>;

interface Order {
  readonly id: number;
  readonly kind: keyof DrawTasks;
  readonly input: unknown;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: ((done: number) => void) | undefined;
  readonly resolve: (output: unknown) => void;
  readonly reject: (failure: Error) => void;
}

interface Seat {
  readonly worker: Worker;
  order: Order | null;
  idleTimer: NodeJS.Timeout | null;
  graceTimer: NodeJS.Timeout | null;
}

const waiting: Order[] = [];
const seats = new Set<Seat>();
let lastId = 0;

/**
 * Draws in a worker thread, so that the process which also holds the database is never blocked.
 *
 * At most two run at once, in the order asked for. Idle workers don't keep the process alive. An abort rejects with the
 * problem `cancelled`, and only when nothing of the task runs any more: its files can be removed then.
 *
 * @throws whatever the task threw; `Problem` and `ProviderError` arrive as such
 */
export function inDrawWorker<Kind extends keyof DrawTasks>(
  task: Extract<DrawTask, { kind: Kind }>,
  options: { readonly signal?: AbortSignal; readonly onProgress?: (done: number) => void } = {},
): Promise<DrawResult<Kind>> {
  return new Promise<unknown>((resolve, reject) => {
    if (options.signal?.aborted === true) {
      reject(new Problem('cancelled'));
      return;
    }
    const onAbort = (): void => abortOrder(order);
    const settled =
      <Value>(settle: (value: Value) => void) =>
      (value: Value): void => {
        options.signal?.removeEventListener('abort', onAbort); // a film's signal outlives many tasks
        settle(value);
      };
    const order: Order = {
      id: ++lastId,
      kind: task.kind,
      input: task.input,
      signal: options.signal,
      onProgress: options.onProgress,
      resolve: settled(resolve),
      reject: settled(reject),
    };
    waiting.push(order);
    options.signal?.addEventListener('abort', onAbort, { once: true });
    seatNext();
  }) as Promise<DrawResult<Kind>>;
}

function seatNext(): void {
  if (waiting.length === 0) return;
  let seat = [...seats].find((one) => one.order === null);
  if (seat === undefined && seats.size < POOL_SIZE) seat = openSeat();
  if (seat === undefined) return;
  const order = waiting.shift();
  if (order === undefined) return;
  if (seat.idleTimer !== null) clearTimeout(seat.idleTimer);
  seat.idleTimer = null;
  seat.order = order;
  seat.worker.ref();
  post(seat, { type: 'run', id: order.id, kind: order.kind, input: order.input });
  seatNext();
}

function openSeat(): Seat {
  const worker = new Worker(new URL('./draw-worker.ts', import.meta.url), { execArgv: [], name: 'scenewright draw' });
  const seat: Seat = { worker, order: null, idleTimer: null, graceTimer: null };
  seats.add(seat);
  worker.on('message', (message: FromDrawWorker) => hear(seat, message));
  worker.on('error', (cause) =>
    closeSeat(
      seat,
      new ProviderError(
        'permanent',
        'local',
        `the drawing thread failed: ${cause instanceof Error ? cause.message : String(cause)}`,
        {},
        { cause },
      ),
    ),
  );
  worker.on('exit', () => closeSeat(seat, new ProviderError('transient', 'local', 'the drawing thread ended early')));
  return seat;
}

function hear(seat: Seat, message: FromDrawWorker): void {
  const order = seat.order;
  if (order === null || order.id !== message.id) return;
  switch (message.type) {
    case 'progress':
      order.onProgress?.(message.done);
      break;
    case 'done':
      leaveSeat(seat);
      order.resolve(message.output);
      break;
    case 'failed':
      leaveSeat(seat);
      order.reject(order.signal?.aborted === true ? new Problem('cancelled') : unpackFailure(message.failure));
      break;
  }
}

function leaveSeat(seat: Seat): void {
  seat.order = null;
  if (seat.graceTimer !== null) clearTimeout(seat.graceTimer);
  seat.graceTimer = null;
  seat.worker.unref();
  seat.idleTimer = setTimeout(() => {
    seats.delete(seat);
    void seat.worker.terminate();
  }, IDLE_MS).unref();
  seatNext();
}

function closeSeat(seat: Seat, failure: Error): void {
  seats.delete(seat);
  if (seat.idleTimer !== null) clearTimeout(seat.idleTimer);
  if (seat.graceTimer !== null) clearTimeout(seat.graceTimer);
  const order = seat.order;
  seat.order = null;
  order?.reject(order.signal?.aborted === true ? new Problem('cancelled') : failure);
  seatNext();
}

function abortOrder(order: Order): void {
  const place = waiting.indexOf(order);
  if (place >= 0) {
    waiting.splice(place, 1);
    order.reject(new Problem('cancelled'));
    return;
  }
  const seat = [...seats].find((one) => one.order === order);
  if (seat === undefined) return;
  post(seat, { type: 'abort', id: order.id });
  // A terminated thread closes the pipe to its FFmpeg, which then ends by itself.
  seat.graceTimer = setTimeout(() => void seat.worker.terminate(), ABORT_GRACE_MS);
}

function post(seat: Seat, message: ToDrawWorker): void {
  seat.worker.postMessage(message);
}
