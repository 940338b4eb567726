import { Worker } from 'node:worker_threads';
import type { ContainerReading } from './container-facts.ts';
import type { ProbeAnswer, ProbeQuestion } from './probe-worker.ts';

const TIMEOUT_MS = 20_000;
const MEMORY_MB = 256; // a parser led astray by a broken file ends here instead of taking the process

type Reply = ContainerReading | { readonly status: 'thread-ended' };

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, (reply: Reply) => void>;
}

let thread: Thread | null = null;
let lastId = 0;

/** Reads a container in a thread of its own, which is given limited time and memory and started again when it used them up. */
export async function readContainer(path: string, sizeBytes: number): Promise<ContainerReading> {
  let reply = await ask(path, sizeBytes);
  if (reply.status === 'thread-ended') reply = await ask(path, sizeBytes); // another file may have ended it
  return reply.status === 'thread-ended' ? { status: 'broken', reason: 'reading it needs too much memory' } : reply;
}

async function ask(path: string, sizeBytes: number): Promise<Reply> {
  const asked = (thread ??= startThread());
  const id = ++lastId;
  const reply = Promise.withResolvers<Reply>();
  asked.waiting.set(id, reply.resolve);
  asked.worker.ref();
  const timer = setTimeout(() => {
    reply.resolve({ status: 'broken', reason: `reading it took longer than ${String(TIMEOUT_MS / 1000)} s` });
    if (thread === asked) thread = null;
    void asked.worker.terminate();
  }, TIMEOUT_MS);
  asked.worker.postMessage({ id, path, sizeBytes } satisfies ProbeQuestion);
  try {
    return await reply.promise;
  } finally {
    clearTimeout(timer);
    asked.waiting.delete(id);
    if (asked.waiting.size === 0) asked.worker.unref();
  }
}

function startThread(): Thread {
  const worker = new Worker(new URL('./probe-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    execArgv: [],
  });
  const started: Thread = { worker, waiting: new Map() };
  worker.unref();
  worker.on('message', (answer: ProbeAnswer) => started.waiting.get(answer.id)?.(answer.reading));
  worker.on('error', () => undefined); // the exit below tells everyone who waits
  worker.on('exit', () => {
    if (thread === started) thread = null;
    for (const resolve of started.waiting.values()) resolve({ status: 'thread-ended' });
  });
  return started;
}
