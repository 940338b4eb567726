import type { PushedEvent } from '#contract/operation.ts';
import { EVENT_CHANNEL, eventsAfter, eventsKept, type KeptEvent } from '#store/events.ts';
import type { World } from '../world.ts';
import { Bell } from './bell.ts';

/** From where on somebody watches, and for how long. */
export interface Watching {
  /** The number of the last event that was seen; null: what comes from now on. */
  readonly afterSeq: number | null;
  readonly signal: AbortSignal;
  /** Whether the credential still holds; asked at every look. */
  readonly stillMay: () => Promise<boolean>;
}

/** What is watched. */
export interface Watched {
  readonly workspaceId: string;
  readonly workId?: string;
  readonly seenBy?: string;
  /** Whether it is still there; asked whenever nothing is left to tell. */
  readonly isThere?: () => Promise<boolean>;
  /** What is told of an event. */
  readonly told: (event: KeptEvent) => Readonly<Record<string, unknown>>;
}

const LOOK_EVERY_MS = 1000; // a revoked credential or a deleted work ends the stream within this; news wake at once
const MOST_AT_ONCE = 200; // what a slow reader makes us hold

/**
 * Events in order and without end: none is lost and none comes twice, however often the reader comes back with the number
 * it saw last. The first, `ready`, gives that number to a reader that has none.
 *
 * Where what was missed is no longer kept, `reset` says that all has to be read again. The stream ends when what is watched
 * is gone or the reader may no longer see it.
 */
export async function* watchEvents(
  world: Pick<World, 'database'>,
  { isThere, told, ...which }: Watched,
  { afterSeq, signal, stillMay }: Watching,
): AsyncGenerator<PushedEvent> {
  const db = world.database.kysely;
  const bell = new Bell(signal);
  // Listening before looking: what comes between the two rings.
  const stop = await world.database.listen(EVENT_CHANNEL, () => bell.ring());
  try {
    const kept = await eventsKept(db);
    const isKnown = afterSeq !== null && afterSeq >= kept.first - 1 && afterSeq <= kept.last;
    let seen = isKnown ? afterSeq : kept.last;
    yield { id: seen, type: isKnown || afterSeq === null ? 'ready' : 'reset', data: {} };
    while (!signal.aborted && (await stillMay())) {
      const events = await eventsAfter(db, seen, { ...which, limit: MOST_AT_ONCE });
      for (const event of events) {
        seen = event.seq;
        yield { id: seen, type: event.type, data: told(event) };
      }
      if (events.length === MOST_AT_ONCE) continue;
      if (isThere && !(await isThere())) return;
      await bell.rung(LOOK_EVERY_MS);
    }
  } finally {
    await stop();
  }
}
