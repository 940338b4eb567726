import { useRouter } from '@tanstack/react-router';
import { queryClient } from '../app/query-client.ts';
import { nextPath } from './next-path.ts';

/** Goes where somebody wanted to be before they were asked who they are; nothing of who was here before is kept. */
export function useGoOn(wanted: string | undefined): () => void {
  const router = useRouter();
  return () => {
    queryClient.clear();
    router.history.push(nextPath(wanted));
  };
}
