import { create } from 'zustand';

/**
 * How the page hears of what happens: `live` over the stream, `polling` where no stream gets through, `gone` where the
 * server does not answer, `starting` before the first word.
 */
export type Hearing = 'starting' | 'live' | 'polling' | 'gone';

/** Whether the machine has a network, and whether the server is heard. */
export const useConnection = create<{ readonly isOnline: boolean; readonly hearing: Hearing }>(() => ({
  isOnline: navigator.onLine,
  hearing: 'starting',
}));

addEventListener('online', () => useConnection.setState({ isOnline: true }));
addEventListener('offline', () => useConnection.setState({ isOnline: false }));
