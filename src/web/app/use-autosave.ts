import { useEffect, useSyncExternalStore } from 'react';
import { create } from 'zustand';
import { Autosaver, type Conflict, type Fields, type SaveState } from './autosave.ts';

/** The savers of everything that was opened since the page was loaded, by what they save. */
const savers = new Map<string, Autosaver>();
const order: readonly SaveState[] = ['conflict', 'refused', 'offline', 'saving', 'waiting', 'saved'];

/** How everything that is saved by itself stands: the worst of all; null where nothing was changed yet. */
export const useSaveState = create<{ readonly state: SaveState | null; readonly conflicts: readonly Conflict[] }>(
  () => ({
    state: null,
    conflicts: [],
  }),
);

/** A draft that saves itself. */
export interface Draft<T> {
  /** What is on the server, with what was written here over it. */
  readonly values: T;
  readonly set: <K extends keyof T & string>(field: K, value: T[K]) => void;
  readonly state: SaveState;
  readonly conflicts: readonly Conflict[];
  readonly error: Error | null;
  readonly settle: (field: string, choice: 'mine' | 'theirs') => void;
  /** Sends what waits, now: before an action that reads it on the server. */
  readonly flush: () => Promise<void>;
}

/**
 * Edits something of the server's in place: `set` writes, and it is saved by itself.
 *
 * @param options.key what is edited, such as `/projects/p/works/w`; whoever edits the same shares one draft
 * @param options.value what the server has, as last read; fields are compared and merged one by one
 * @param options.send sends changed fields (with `ifMatch: versionOf(path)`)
 * @param options.refresh reads it again, and answers with it in the shape of `value`: a save that was refused as stale is
 *   laid over that, whether or not a screen still shows it
 */
export function useAutosave<T extends object>(options: {
  readonly key: string;
  readonly value: T;
  readonly send: (changes: Partial<T>) => Promise<unknown>;
  readonly refresh: () => Promise<T>;
}): Draft<T> {
  const saver = saverOf(options);
  useEffect(() => saver.receive(options.value as Fields), [saver, options.value]);
  const { state, changes, conflicts, error } = useSyncExternalStore(saver.subscribe, saver.snapshot);
  return {
    values: { ...options.value, ...changes },
    set: (field, value) => saver.set(field, value),
    state,
    conflicts,
    error,
    settle: (field, choice) => saver.settle(field, choice),
    flush: () => saver.flush(),
  };
}

function saverOf<T extends object>(options: Parameters<typeof useAutosave<T>>[0]): Autosaver {
  const known = savers.get(options.key);
  if (known) return known;
  const saver: Autosaver = new Autosaver(options.value as Fields, {
    key: `scenewright.draft.${options.key}`,
    storage: localStorage,
    send: async (changes) => void (await options.send(changes as Partial<T>)),
    refresh: async () => saver.receive((await options.refresh()) as Fields),
  });
  saver.subscribe(tellAll);
  savers.set(options.key, saver);
  return saver;
}

function tellAll(): void {
  const all = [...savers.values()].map((saver) => saver.snapshot());
  const state = order.find((one) => all.some((saving) => saving.state === one)) ?? null;
  useSaveState.setState({ state, conflicts: all.flatMap(({ conflicts }) => conflicts) });
}

/** Settles a conflict wherever its field is written. */
export function settleConflict({ field }: Conflict, choice: 'mine' | 'theirs'): void {
  for (const saver of savers.values()) {
    if (saver.snapshot().conflicts.some((conflict) => conflict.field === field)) saver.settle(field, choice);
  }
}

/** Sends everything that waits: before the page is left, and when the network is back. */
export async function flushAll(): Promise<void> {
  await Promise.all([...savers.values()].map((saver) => saver.flush()));
}

addEventListener('online', () => void flushAll());
addEventListener('pagehide', () => void flushAll());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') void flushAll();
});
