import { AsyncLocalStorage } from 'node:async_hooks';

interface Held {
  open: boolean;
}

/**
 * Knows whether the code that is running now holds a connection of the database.
 *
 * The embedded database has one connection: whoever asks for it again while holding it waits for ever. On a server the
 * same mistake silently works outside of the transaction. Here it throws, on both.
 */
export class TransactionGuard {
  readonly #held = new AsyncLocalStorage<Held>();

  /** Throws when the caller holds the connection already. */
  refuseInside(): void {
    if (this.#held.getStore()?.open === true) {
      throw new Error(
        'The outer database handle was used inside a transaction: pass the transaction (trx) down instead.',
      );
    }
  }

  /** Runs work that holds the connection. What it leaves running behind its end is outside again. */
  async hold<T>(work: () => Promise<T>): Promise<T> {
    this.refuseInside();
    const held: Held = { open: true };
    try {
      return await this.#held.run(held, work);
    } finally {
      held.open = false;
    }
  }

  /** Runs a callback that another one's transaction happens to trigger, such as a notification. */
  outside<T>(work: () => T): T {
    return this.#held.exit(work);
  }
}
