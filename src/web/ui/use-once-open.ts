import { useEffect, useState } from 'react';

/**
 * Whether something that lies over the page was ever open. Its code is fetched once the page is there, so that the page
 * does not wait for it, and is at hand when it is opened, even if the server is gone by then.
 */
export function useOnceOpen(open: boolean, load: () => Promise<unknown>): boolean {
  const [wasOpened, setWasOpened] = useState(open);
  if (open && !wasOpened) setWasOpened(true);
  useEffect(() => {
    load().catch(() => {}); // asked for again when it is opened
  }, [load]);
  return wasOpened;
}
