/** Where a film is while it plays, in seconds of the film. */
export interface FilmClock {
  readonly nowS: () => number;
  /** Goes on from here, at this rate. */
  readonly start: (fromS: number, rate: number) => void;
  /** Stands still until it is started, as long as something is waited for. */
  readonly hold: () => void;
  /** Takes over where something better to go by is. */
  readonly set: (nowS: number) => void;
}

/** A clock of the machine's time. @param nowMs milliseconds that only ever rise */
export function filmClock(nowMs: () => number): FilmClock {
  let [fromS, fromMs, rate] = [0, nowMs(), 0];
  const nowS = (): number => fromS + (rate * (nowMs() - fromMs)) / 1000;
  const start = (atS: number, atRate: number): void => void ([fromS, fromMs, rate] = [atS, nowMs(), atRate]);
  return { nowS, start, hold: () => start(nowS(), 0), set: (atS) => start(atS, rate) };
}
