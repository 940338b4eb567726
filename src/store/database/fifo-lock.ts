/** Runs one piece of work at a time, in the order they came; a failure of one is not a failure of the next. */
export type FifoLock = <T>(work: () => Promise<T>) => Promise<T>;

/** Makes a lock inside this process. Work must not ask for the same lock again: it would wait for itself. */
export function fifoLock(): FifoLock {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
