import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api.ts';

const RETRIES = 2;

/** What the server said last, by question; kept fresh by what the server pushes (live.ts), not by asking again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000, // pushed news mark things stale at once; this is for what no news come of
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: true, // of what is old: another program may have changed what no news come of
      networkMode: 'always', // a machine without a network still reaches the server on itself
      retry: (count, error) => count < RETRIES && mayPass(error),
    },
    mutations: { retry: false, networkMode: 'always' }, // what may cost money is never sent twice by a library
  },
});

/** Whether the same question may be answered a moment later. */
function mayPass(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 0 || error.status === 503 || error.status === 429);
}
