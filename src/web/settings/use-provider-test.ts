import { useMutationState } from '@tanstack/react-query';
import { useMutation } from '@tanstack/react-query';
import { client } from '../app/api.ts';
import { queryClient } from '../app/query-client.ts';
import { keys } from '../queries/keys.ts';
import { toast } from '../ui/toast.ts';

const KEY = ['provider-test'];

/** Tries the stored key and address of providers by calls that cost nothing; what comes of it shows in their rows. */
export function useProviderTest() {
  const { mutate } = useMutation({
    mutationKey: KEY,
    mutationFn: (provider: string) => client.testProvider({ provider }),
    onError: (problem) => toast({ title: problem.message, tone: 'error' }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.settings }),
  });
  return (provider: string) => mutate(provider);
}

/** Who is being tried at the moment. */
export function useTesting(): ReadonlySet<string> {
  const under = useMutationState({
    filters: { mutationKey: KEY, status: 'pending' },
    select: ({ state }) => String(state.variables),
  });
  return new Set(under);
}
