/** Where a file stands: it waits for its turn, leaves, is read by the server; then it is there, or it was refused. */
type UploadState = 'waiting' | 'sending' | 'reading' | 'done' | 'failed';

/** A file that is, or was, on its way. */
export interface Upload<File, Answer> {
  readonly id: string;
  /** What it is sent to, such as a project. */
  readonly target: string;
  readonly file: File;
  readonly state: UploadState;
  /** How much of it has left, 0 to 1. */
  readonly share: number;
  /** Why it was refused, in words. */
  readonly error: Error | null;
  readonly answer: Answer | null;
}

/** Sends one file; throws what it was refused with. */
type Send<File, Answer> = (
  upload: Pick<Upload<File, Answer>, 'file' | 'target'>,
  options: { readonly onProgress: (share: number) => void; readonly signal: AbortSignal },
) => Promise<Answer>;

/** How many leave at once: more would only share the same line. */
const AT_ONCE = 3;

/** Files on their way, a few at a time, whatever screen is open; each can be cancelled, and tried again where it failed. */
export class UploadQueue<File, Answer> {
  readonly #send: Send<File, Answer>;
  readonly #done: (upload: Upload<File, Answer>) => void;
  readonly #cancels = new Map<string, AbortController>();
  readonly #listeners = new Set<() => void>();
  #uploads: readonly Upload<File, Answer>[] = [];
  #made = 0;

  /** @param done called for each that has arrived */
  constructor(send: Send<File, Answer>, done: (upload: Upload<File, Answer>) => void = () => {}) {
    this.#send = send;
    this.#done = done;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** All of them, in the order they came; a new list for each change. */
  snapshot = (): readonly Upload<File, Answer>[] => this.#uploads;

  /** Whether leaving the page would lose one. */
  isBusy(): boolean {
    return this.#uploads.some(({ state }) => state === 'waiting' || state === 'sending' || state === 'reading');
  }

  /** Answers with how each is called, in the order of the files. */
  add(target: string, files: readonly File[]): readonly string[] {
    const added = files.map((file) => {
      this.#made += 1;
      return { id: String(this.#made), target, file, state: 'waiting', share: 0, error: null, answer: null } as const;
    });
    this.#show([...this.#uploads, ...added]);
    this.#goOn();
    return added.map(({ id }) => id);
  }

  /** Stops it where it is on its way, and forgets it. */
  remove(id: string): void {
    this.#cancels.get(id)?.abort();
    this.#show(this.#uploads.filter((upload) => upload.id !== id));
    this.#goOn();
  }

  /** Forgets those of a target that have arrived. */
  clearDone(target: string): void {
    this.#show(this.#uploads.filter((upload) => upload.target !== target || upload.state !== 'done'));
  }

  retry(id: string): void {
    this.#change(id, { state: 'waiting', share: 0, error: null });
    this.#goOn();
  }

  #goOn(): void {
    for (const upload of this.#uploads) {
      if (this.#cancels.size >= AT_ONCE) return;
      if (upload.state === 'waiting' && !this.#cancels.has(upload.id)) void this.#run(upload);
    }
  }

  async #run(upload: Upload<File, Answer>): Promise<void> {
    const { id } = upload;
    const cancel = new AbortController();
    this.#cancels.set(id, cancel);
    this.#change(id, { state: 'sending' });
    try {
      const answer = await this.#send(upload, {
        signal: cancel.signal,
        onProgress: (share) => this.#change(id, { share, state: share < 1 ? 'sending' : 'reading' }),
      });
      this.#change(id, { state: 'done', share: 1, answer });
      this.#done({ ...upload, state: 'done', share: 1, answer });
    } catch (error) {
      this.#change(id, { state: 'failed', error: error as Error });
    } finally {
      this.#cancels.delete(id);
      this.#goOn();
    }
  }

  #change(id: string, change: Partial<Upload<File, Answer>>): void {
    if (!this.#uploads.some((upload) => upload.id === id)) return; // it was cancelled
    this.#show(this.#uploads.map((upload) => (upload.id === id ? { ...upload, ...change } : upload)));
  }

  #show(uploads: readonly Upload<File, Answer>[]): void {
    this.#uploads = uploads;
    for (const listener of this.#listeners) listener();
  }
}
