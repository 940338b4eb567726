const HOUR_MS = 3_600_000;

/**
 * Runs a task now and every hour; what goes wrong is handed on, and the next hour tries again.
 *
 * @returns stops it, and waits for a run that is under way
 */
export function everyHour(task: () => Promise<unknown>, onFailure: (error: unknown) => void): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  const run = (): void => {
    running = task().catch(onFailure);
  };
  run();
  const timer = setInterval(run, HOUR_MS).unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
