import { useEffect, useState } from 'react';

const TICK_MS = 1000;

/** The time, told anew every second while it is shown; Unix milliseconds. */
export function useNow(): number {
  const [nowMs, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}
