/** Asks a question of the cache again; resolves when the answer is there. */
export type AskAgain = (key: readonly unknown[], exact: boolean) => Promise<unknown>;

interface Marked {
  readonly key: readonly unknown[];
  readonly exact: boolean;
  /** `asking`: under way; `again`: under way, and marked once more meanwhile. */
  state: 'waiting' | 'asking' | 'again';
}

const TOGETHER_MS = 150; // news come in bursts: what they mark is asked for once

/**
 * Questions whose answers have changed: a burst of news about one is one question, and while that is being answered no
 * second is asked, but one after it, so that the last news are always in.
 */
export class StaleKeys {
  readonly #askAgain: AskAgain;
  readonly #marked = new Map<string, Marked>();

  constructor(askAgain: AskAgain) {
    this.#askAgain = askAgain;
  }

  /** Marks a question, and (unless `exact`) those whose name begins with it. */
  mark(key: readonly unknown[], exact = false): void {
    const name = JSON.stringify([key, exact]);
    const marked = this.#marked.get(name);
    if (marked?.state === 'waiting') return;
    if (marked) marked.state = 'again';
    else this.#wait(name, { key, exact, state: 'waiting' });
  }

  #wait(name: string, marked: Marked): void {
    marked.state = 'waiting';
    this.#marked.set(name, marked);
    setTimeout(() => void this.#ask(name, marked), TOGETHER_MS);
  }

  async #ask(name: string, marked: Marked): Promise<void> {
    marked.state = 'asking';
    await this.#askAgain(marked.key, marked.exact).catch(() => {}); // whoever shows it shows what went wrong
    if ((marked.state as Marked['state']) === 'again') this.#wait(name, marked);
    else this.#marked.delete(name);
  }
}
