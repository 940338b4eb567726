import { useCallback, useEffect, useRef } from 'react';

/** Calls a function after a pause; what was asked for before and has not happened yet does not happen. */
export function useLater<T>(run: (value: T) => void): (value: T, delayMs: number) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(
    (value, delayMs) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => run(value), delayMs);
    },
    [run],
  );
}
