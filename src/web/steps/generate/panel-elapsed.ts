import { useEffect, useState } from 'react';

const SECOND_MS = 1000;

/** Whole seconds since a moment, counting on. */
export function useElapsed(sinceMs: number): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.floor((nowMs - sinceMs) / SECOND_MS));
}
