import { useEffect, useState } from 'react';

/** Tells each second how long something has been going on; `said` writes whole seconds. */
export function Elapsed({ sinceMs, said }: { readonly sinceMs: number; readonly said: (seconds: number) => string }) {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return <span>{said(Math.max(0, Math.round((nowMs - sinceMs) / 1000)))}</span>;
}
