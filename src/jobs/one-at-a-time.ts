/** Runs one piece of work at a time inside this process, in the order they came. */
export type OneAtATime = <T>(work: () => Promise<T>) => Promise<T>;

/** Makes such a turnstile; a failure of one is not a failure of the next. */
export function oneAtATime(): OneAtATime {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
