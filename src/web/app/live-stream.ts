import { client, ApiError } from './api.ts';
import type { Hearing } from './connection.ts';
import type { LiveEvent } from './live-effects.ts';

/** What a stream tells of, and what it has to know. */
export interface Listener {
  readonly heard: (event: LiveEvent) => void;
  readonly hearing: (how: Hearing) => void;
  /** The number of the last event, to go on from; null: none yet. */
  readonly lastId: () => number | null;
  /** Nothing is heard by a stream: look at everything shown. */
  readonly look: () => void;
}

const TYPES = ['ready', 'reset', 'beat', 'work', 'scene', 'take', 'job', 'export'];
const SILENT_AFTER_MS = 40_000; // two beats of 15 s missed, and some
const OPENS_WITHIN_MS = 12_000;
const POLL_EVERY_MS = 4000;
const STREAM_AGAIN_MS = 60_000; // beside polling
const POLL_AFTER_FAILURES = 3;
const LONGEST_PAUSE_MS = 15_000;

/**
 * Hears what happens to the account's works, and comes back by itself wherever the connection breaks: after a restart of
 * the server, a sleep of the machine, the end of an access token. Where something on the way lets no stream through, it
 * has everything looked at again and again instead.
 */
export class LiveStream {
  readonly #listener: Listener;
  #source: EventSource | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #polling: ReturnType<typeof setInterval> | undefined;
  #failures = 0;
  #isClosed = false;

  constructor(listener: Listener) {
    this.#listener = listener;
    // Without a network the server may still be there, on this very machine: trying tells.
    addEventListener('online', this.#hurry);
    addEventListener('offline', this.#hurry);
    this.#open();
  }

  close(): void {
    this.#isClosed = true;
    removeEventListener('online', this.#hurry);
    removeEventListener('offline', this.#hurry);
    this.#drop();
    clearInterval(this.#polling);
  }

  #drop(): void {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = null;
  }

  readonly #hurry = (): void => {
    this.#drop();
    this.#open();
  };

  #open(): void {
    if (this.#isClosed) return;
    const after = this.#listener.lastId();
    const source = new EventSource(`/api/events${after === null ? '' : `?lastEventId=${after}`}`);
    this.#source = source;
    for (const type of TYPES) source.addEventListener(type, (event) => this.#hear(type, event));
    source.addEventListener('error', () => void this.#fail(source));
    this.#expectWithin(OPENS_WITHIN_MS);
  }

  #hear(type: string, event: MessageEvent<string>): void {
    this.#failures = 0;
    clearInterval(this.#polling);
    this.#listener.hearing('live');
    this.#expectWithin(SILENT_AFTER_MS);
    if (type !== 'beat') {
      this.#listener.heard({ id: Number(event.lastEventId), type, data: JSON.parse(event.data) as LiveEvent['data'] });
    }
  }

  #expectWithin(waitMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void (this.#source && this.#fail(this.#source)), waitMs);
  }

  /** A question beside the stream tells why it broke, and renews the session where that is the reason. */
  async #fail(source: EventSource): Promise<void> {
    if (source !== this.#source) return;
    this.#drop();
    this.#failures += 1;
    const answers = await client.getMe({}).then(
      () => true,
      (error: unknown) => (error instanceof ApiError && error.status === 401 ? 'signed out' : false),
    );
    if (this.#isClosed || this.#source !== null) return;
    if (answers === 'signed out') return this.close();
    if (!answers) this.#listener.hearing('gone');
    else if (this.#failures >= POLL_AFTER_FAILURES) this.#poll();
    const isPolling = answers && this.#failures >= POLL_AFTER_FAILURES;
    const pauseMs = isPolling ? STREAM_AGAIN_MS : Math.min(LONGEST_PAUSE_MS, 500 * 2 ** this.#failures);
    this.#timer = setTimeout(() => this.#open(), pauseMs * (0.8 + 0.4 * Math.random())); // not all browsers at once
  }

  #poll(): void {
    this.#listener.hearing('polling');
    clearInterval(this.#polling);
    this.#polling = setInterval(() => this.#listener.look(), POLL_EVERY_MS);
  }
}
