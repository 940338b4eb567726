import { useEffect, useState } from 'react';

const SETTLED_MS = 500; // between two words of somebody who writes

/** A text once nobody writes in it any more. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
