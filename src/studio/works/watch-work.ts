import type { PushedEvent } from '#contract/operation.ts';
import { Problem } from '#contract/problems.ts';
import { EVENT_CHANNEL, eventsAfter, eventsKept } from '#store/events.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';
import { findWork } from './find-work.ts';

/** Who watches what, and from where on. */
export interface Watching {
  readonly projectId: string;
  readonly workId: string;
  /** The number of the last event that was seen; null: what comes from now on. */
  readonly afterSeq: number | null;
  readonly signal: AbortSignal;
  /** Whether the credential still holds; asked at every look. */
  readonly stillMay: () => Promise<boolean>;
}

const LOOK_EVERY_MS = 1000; // a revoked credential or a deleted work ends the stream within this; news wake at once
const MOST_AT_ONCE = 200; // what a slow reader makes us hold

/**
 * What happens to a work, in order and without end: none is lost and none comes twice, however often the reader comes back
 * with the number it saw last. The first event, `ready`, gives that number to a reader that has none.
 *
 * Where what was missed is no longer kept, `reset` says that the work has to be read again. The stream ends when the work
 * is gone or the reader may no longer see it.
 */
export async function* watchWork(
  world: Pick<World, 'database'>,
  actor: Actor,
  watching: Watching,
): AsyncGenerator<PushedEvent> {
  const { workId, signal, stillMay } = watching;
  const db = world.database.kysely;
  const bell = new Bell(signal);
  // Listening before looking: what comes between the two rings.
  const stop = await world.database.listen(EVENT_CHANNEL, () => bell.ring());
  try {
    const kept = await eventsKept(db);
    const isKnown = watching.afterSeq !== null && watching.afterSeq >= kept.first - 1 && watching.afterSeq <= kept.last;
    let seen = isKnown ? (watching.afterSeq ?? kept.last) : kept.last;
    yield { id: seen, type: isKnown || watching.afterSeq === null ? 'ready' : 'reset', data: {} };
    while (!signal.aborted && (await stillMay())) {
      const events = await eventsAfter(db, seen, { workspaceId: actor.workspaceId, workId, limit: MOST_AT_ONCE });
      for (const { seq, type, data, at } of events) {
        seen = seq;
        yield { id: seq, type, data: { ...data, at } };
      }
      if (events.length === MOST_AT_ONCE) continue;
      if (!(await isThere(world, actor, watching))) return;
      await bell.rung(LOOK_EVERY_MS);
    }
  } finally {
    await stop();
  }
}

async function isThere(world: Pick<World, 'database'>, actor: Actor, watching: Watching): Promise<boolean> {
  try {
    await findWork(world, actor, watching);
    return true;
  } catch (error) {
    if (error instanceof Problem && error.code === 'not_found') return false;
    throw error;
  }
}

/** Wakes one who waits; rung while nobody does, it is heard at the next wait. */
class Bell {
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
