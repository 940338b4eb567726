const DAY_MS = 86_400_000;

/** Whole days until something in the trash is gone for good; 0: within a day. */
export const daysLeft = (purgeAt: number, nowMs: number = Date.now()): number =>
  Math.max(0, Math.floor((purgeAt - nowMs) / DAY_MS));
