import { Problem } from '#contract/problems.ts';

/** How many attempts are taken from one place in how long. */
export interface AttemptRule {
  readonly attempts: number;
  readonly windowMs: number;
}

interface Counted {
  count: number;
  endsAtMs: number;
}

const MAX_PLACES = 20_000; // about 3 MB; the oldest go first, so that nobody fills the memory with addresses

/**
 * Counts attempts by place and refuses more than a rule allows.
 *
 * In memory: what it slows down is guessing, which a restart or a second machine makes faster by a small factor only,
 * and a row per failed attempt would give the attacker writes to the database.
 */
export class AttemptLimit {
  readonly #clock: { readonly nowMs: () => number };
  readonly #isOn: boolean;
  readonly #counted = new Map<string, Counted>();

  constructor(clock: { readonly nowMs: () => number }, options: { readonly isOn: boolean }) {
    this.#clock = clock;
    this.#isOn = options.isOn;
  }

  /**
   * Counts an attempt before it is made, so that many at once are no way around it.
   *
   * @throws Problem `rate_limited`
   */
  take(place: string, rule: AttemptRule): void {
    if (!this.#isOn) return;
    const nowMs = this.#clock.nowMs();
    let counted = this.#counted.get(place);
    if (counted === undefined || counted.endsAtMs <= nowMs) {
      this.#counted.delete(place); // to the end of the order
      counted = { count: 0, endsAtMs: nowMs + rule.windowMs };
      this.#counted.set(place, counted);
    }
    if (counted.count >= rule.attempts) {
      throw new Problem('rate_limited', { retryAfterS: Math.ceil((counted.endsAtMs - nowMs) / 1000) });
    }
    counted.count += 1;
    const [oldest] = this.#counted.keys();
    if (this.#counted.size > MAX_PLACES && oldest !== undefined) this.#counted.delete(oldest);
  }

  /** Takes back an attempt that was a good one. */
  giveBack(place: string): void {
    const counted = this.#counted.get(place);
    if (counted !== undefined && counted.count > 0) counted.count -= 1;
  }
}
