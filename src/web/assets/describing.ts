import { create } from 'zustand';

/** The files that are being looked at, whatever screen is open. */
export const useDescribing = create<{ readonly ids: ReadonlySet<string> }>(() => ({ ids: new Set() }));

/** Remembers that files are being looked at while something runs. */
export async function whileDescribing<T>(ids: readonly string[], run: () => Promise<T>): Promise<T> {
  useDescribing.setState((before) => ({ ids: new Set([...before.ids, ...ids]) }));
  try {
    return await run();
  } finally {
    const ended = new Set(ids);
    useDescribing.setState((before) => ({ ids: new Set([...before.ids].filter((id) => !ended.has(id))) }));
  }
}
