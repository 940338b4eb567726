/**
 * Does one piece of work for each thing, and only so many in all. Asked for a newer piece of the same thing, the one under
 * way is given up with `reason`; asked for the same piece again, there is one answer for all, and it ends when nobody
 * waits for it any more.
 */
export type NewestWins = <T>(wanted: {
  readonly of: string;
  /** Names the piece: equal ones are one. */
  readonly piece: string;
  readonly signal: AbortSignal;
  readonly work: (signal: AbortSignal) => Promise<T>;
}) => Promise<T>;

interface UnderWay {
  readonly piece: string;
  readonly stop: AbortController;
  readonly made: Promise<unknown>;
  waiting: number;
}

/**
 * Makes such a desk.
 *
 * @param reason what whoever waited for a piece that was given up is told
 */
export function newestWins(atOnce: number, reason: () => Error): NewestWins {
  const underWay = new Map<string, UnderWay>();
  const line: (() => void)[] = [];
  let free = atOnce;
  const enter = async (signal: AbortSignal): Promise<void> => {
    if (free > 0) {
      free--;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const called = (): void => {
        signal.removeEventListener('abort', left);
        resolve();
      };
      const left = (): void => {
        line.splice(line.indexOf(called), 1);
        reject(asError(signal.reason));
      };
      line.push(called);
      signal.addEventListener('abort', left, { once: true });
    });
  };
  const leave = (): void => {
    const next = line.shift();
    if (next) next();
    else free++;
  };
  const start = <T>(of: string, piece: string, work: (signal: AbortSignal) => Promise<T>): UnderWay => {
    const stop = new AbortController();
    const made = (async (): Promise<T> => {
      await enter(stop.signal);
      try {
        stop.signal.throwIfAborted();
        return await work(stop.signal);
      } finally {
        leave();
      }
    })();
    const begun: UnderWay = { piece, stop, made, waiting: 0 };
    underWay.set(of, begun);
    const forget = (): void => {
      if (underWay.get(of) === begun) underWay.delete(of);
    };
    made.then(forget, forget); // a failure is told to those who wait; there may be none left
    return begun;
  };

  return async <T>({ of, piece, signal, work }: Parameters<NewestWins>[0]): Promise<T> => {
    signal.throwIfAborted();
    let one = underWay.get(of);
    if (one && one.piece !== piece) {
      underWay.delete(of);
      one.stop.abort(reason());
      one = undefined;
    }
    const mine = one ?? start(of, piece, work);
    mine.waiting++;
    const gone = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(asError(signal.reason)), { once: true });
    });
    try {
      return (await Promise.race([mine.made, gone])) as T;
    } finally {
      mine.waiting--;
      if (mine.waiting === 0 && signal.aborted) {
        if (underWay.get(of) === mine) underWay.delete(of);
        mine.stop.abort(signal.reason);
      }
    }
  };
}

const asError = (reason: unknown): Error => (reason instanceof Error ? reason : new Error(String(reason)));
