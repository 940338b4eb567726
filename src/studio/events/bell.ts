/** Wakes one who waits; rung while nobody does, it is heard at the next wait. */
export class Bell {
  readonly #signal: AbortSignal;
  #isRung = false;
  #wake: () => void = () => {};

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  ring(): void {
    this.#isRung = true;
    this.#wake();
  }

  /** Resolves when it is rung, the signal is aborted or the time is over. */
  async rung(timeoutMs: number): Promise<void> {
    if (!this.#isRung && !this.#signal.aborted) {
      await new Promise<void>((resolve) => {
        const done = (): void => {
          clearTimeout(timer);
          this.#signal.removeEventListener('abort', done);
          resolve();
        };
        const timer = setTimeout(done, timeoutMs);
        this.#wake = done;
        this.#signal.addEventListener('abort', done, { once: true });
      });
      this.#wake = () => {};
    }
    this.#isRung = false;
  }
}
