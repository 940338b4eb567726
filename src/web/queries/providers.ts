import { queryOptions } from '@tanstack/react-query';
import { client } from '../app/api.ts';
import { keys } from './keys.ts';

/** Every engine and its models, by role: the catalogue. */
export const providersQuery = queryOptions({
  queryKey: keys.providers,
  queryFn: ({ signal }) => client.listProviders({}, { signal }),
  staleTime: 10 * 60_000, // it changes with the version of the server
});

/** What the account has set for each provider: whether there is a key, addresses, default models. */
export const providerSettingsQuery = queryOptions({
  queryKey: keys.settings,
  queryFn: ({ signal }) => client.listProviderSettings({}, { signal }),
});
