/**
 * Runs a task now and again and again, never twice at once; what goes wrong is handed on, and the next time tries again.
 *
 * @returns stops it, and waits for a run that is under way
 */
export function repeatedly(
  everyMs: number,
  task: () => Promise<unknown>,
  onFailure: (error: unknown) => void,
): () => Promise<void> {
  let running: Promise<unknown> | null = null;
  const run = (): void => {
    running ??= task()
      .catch(onFailure)
      .finally(() => {
        running = null;
      });
  };
  run();
  const timer = setInterval(run, everyMs).unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
