import { setImmediate } from 'node:timers/promises';

const LONGEST_MS = 15; // of one stretch of work, so that requests beside it are answered promptly

/** Makes a pause to be awaited in a long loop: it lets everyone else run when the loop has worked long enough, and stops when aborted. */
export function breathing(signal: AbortSignal): () => Promise<void> {
  let since = performance.now();
  return async () => {
    signal.throwIfAborted();
    if (performance.now() - since < LONGEST_MS) return;
    await setImmediate();
    since = performance.now();
  };
}
