/** How what was written stands: `refused` holds the server's reason, `conflict` waits for a choice. */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'offline' | 'refused' | 'conflict';

/** One field that was changed here and elsewhere, both differently. */
export interface Conflict {
  readonly field: string;
  readonly mine: unknown;
  readonly theirs: unknown;
}

/** What an autosaver shows at a moment; a new object for each change. */
export interface Saving {
  readonly state: SaveState;
  /** What is not on the server yet, by field. */
  readonly changes: Fields;
  readonly conflicts: readonly Conflict[];
  /** Why the server refused, in its words. */
  readonly error: Error | null;
}

export type Fields = Readonly<Record<string, unknown>>;

/** What an autosaver needs of the world; `send` throws what the server refused with. */
export interface SaveDoor {
  /** Sends changed fields; `field` names say which. Throws with `status` 412 where somebody was faster, 0 where nobody answered. */
  readonly send: (changes: Fields) => Promise<void>;
  /** Reads the server's truth again; `receive` is called with it. */
  readonly refresh: () => Promise<void>;
  /** Where a draft outlives a reload; null: nowhere. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;
  readonly key: string;
}

const SAVE_AFTER_MS = 1200; // long enough for a word, short enough that leaving loses nothing
const TRY_AGAIN_MS = 5000;
const CHASES = 3; // how often somebody else may be faster before it is told

/**
 * Keeps what is written until the server has it, field by field.
 *
 * A field that changes elsewhere while it is untouched here is taken over silently; one that was changed in both places
 * to different things is a conflict, which only a person settles. Nothing written is ever dropped by itself.
 */
export class Autosaver {
  readonly #door: SaveDoor;
  #truth: Fields;
  /** What each changed field was on the server when it was first changed here. */
  #base: Record<string, unknown> = {};
  #changes: Record<string, unknown> = {};
  #conflicts: Conflict[] = [];
  #state: SaveState = 'saved';
  #error: Error | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #sending: Promise<void> | null = null;
  /** A request is under way: what the server has of the fields it carries is not known. */
  #isOnItsWay = false;
  #shown: Saving = { state: 'saved', changes: {}, conflicts: [], error: null };
  readonly #listeners = new Set<() => void>();

  constructor(truth: Fields, door: SaveDoor) {
    this.#door = door;
    this.#truth = truth;
    const kept = door.storage?.getItem(door.key);
    if (kept) {
      const { base, changes } = JSON.parse(kept) as { base: Record<string, unknown>; changes: Record<string, unknown> };
      this.#base = base;
      this.#changes = changes;
      this.#merge();
      this.#schedule(0);
    }
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  snapshot = (): Saving => this.#shown;

  /** Takes what the server has now. */
  receive(truth: Fields): void {
    this.#truth = truth;
    if (Object.keys(this.#changes).length === 0) return;
    this.#merge();
    this.#show();
  }

  set(field: string, value: unknown): void {
    if (!(field in this.#changes)) this.#base[field] = this.#truth[field];
    this.#changes[field] = value;
    this.#error = null;
    if (this.#conflicts.length === 0) this.#state = 'waiting';
    if (same(value, this.#truth[field]) && !this.#isOnItsWay) this.#forget(field);
    this.#keep();
    this.#show();
    this.#schedule(SAVE_AFTER_MS);
  }

  /** Settles a conflict. */
  settle(field: string, choice: 'mine' | 'theirs'): void {
    this.#conflicts = this.#conflicts.filter((conflict) => conflict.field !== field);
    if (choice === 'theirs') this.#forget(field);
    else this.#base[field] = this.#truth[field];
    this.#keep();
    this.#state = Object.keys(this.#changes).length > 0 ? 'waiting' : 'saved';
    this.#show();
    this.#schedule(0);
  }

  /** Sends what is waiting, now; resolves when nothing more can be done. */
  async flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    while (this.#sending) await this.#sending;
    if (Object.keys(this.#changes).length === 0 || this.#conflicts.length > 0) return;
    this.#sending = this.#send(CHASES).finally(() => {
      this.#sending = null;
    });
    await this.#sending;
  }

  async #send(chases: number): Promise<void> {
    const sent = { ...this.#changes };
    this.#state = 'saving';
    this.#show();
    try {
      this.#isOnItsWay = true;
      await this.#door.send(sent).finally(() => {
        this.#isOnItsWay = false;
      });
      for (const [field, value] of Object.entries(sent)) {
        this.#truth = { ...this.#truth, [field]: value };
        if (same(this.#changes[field], value)) this.#forget(field);
        else this.#base[field] = value;
      }
      this.#error = null;
      this.#state = Object.keys(this.#changes).length > 0 ? 'waiting' : 'saved';
      if (this.#state === 'waiting') this.#schedule(SAVE_AFTER_MS);
    } catch (error) {
      const status = (error as { status?: number }).status;
      if (status === 412 && chases > 0) {
        await this.#door.refresh().catch(() => {});
        this.#merge();
        if (this.#conflicts.length === 0 && Object.keys(this.#changes).length > 0) return this.#send(chases - 1);
      } else if (status === 0 || status === 503 || status === 412) {
        this.#state = 'offline';
        this.#schedule(TRY_AGAIN_MS);
      } else {
        this.#state = 'refused';
        this.#error = error as Error;
      }
    }
    this.#keep();
    this.#show();
  }

  /** Lays the server's truth beside the changes: equal ones are done, and what differs in both places is a conflict. */
  #merge(): void {
    for (const [field, mine] of Object.entries(this.#changes)) {
      const theirs = this.#truth[field];
      if (same(mine, theirs) && !this.#isOnItsWay) this.#forget(field);
      else if (!same(theirs, this.#base[field]) && !same(theirs, mine) && !this.#isOnItsWay) this.#clash(field);
    }
    this.#conflicts = this.#conflicts
      .filter(({ field }) => field in this.#changes)
      .map(({ field }) => ({ field, mine: this.#changes[field], theirs: this.#truth[field] }));
    if (this.#conflicts.length > 0) this.#state = 'conflict';
    else if (Object.keys(this.#changes).length === 0) this.#state = 'saved';
  }

  #clash(field: string): void {
    if (this.#conflicts.some((conflict) => conflict.field === field)) return;
    this.#conflicts.push({ field, mine: this.#changes[field], theirs: this.#truth[field] });
  }

  #forget(field: string): void {
    delete this.#changes[field];
    delete this.#base[field];
    if (Object.keys(this.#changes).length === 0 && this.#conflicts.length === 0) this.#state = 'saved';
  }

  #schedule(afterMs: number): void {
    if (this.#timer) clearTimeout(this.#timer);
    if (Object.keys(this.#changes).length === 0) return;
    this.#timer = setTimeout(() => void this.flush(), afterMs);
  }

  #keep(): void {
    const { storage, key } = this.#door;
    if (Object.keys(this.#changes).length === 0) storage?.removeItem(key);
    else storage?.setItem(key, JSON.stringify({ base: this.#base, changes: this.#changes }));
  }

  #show(): void {
    this.#shown = {
      state: this.#state,
      changes: { ...this.#changes },
      conflicts: [...this.#conflicts],
      error: this.#error,
    };
    for (const listener of this.#listeners) listener();
  }
}

const same = (one: unknown, other: unknown): boolean =>
  Object.is(one, other) || JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
