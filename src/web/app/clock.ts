/** How a time of day is written: as the language does, or always in one of the two ways. */
export const CLOCKS = ['auto', 'h23', 'h12'] as const;
export type Clock = (typeof CLOCKS)[number];

const KEY = 'scenewright.clock';

/** The way that was chosen. */
export function currentClock(): Clock {
  const kept = globalThis.localStorage?.getItem(KEY);
  return CLOCKS.find((clock) => clock === kept) ?? 'auto';
}

/** Writes the time another way from now on; the page is laid out anew, as for another language. */
export function chooseClock(clock: Clock): void {
  localStorage.setItem(KEY, clock);
  location.reload();
}
