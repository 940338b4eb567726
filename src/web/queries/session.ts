import { queryOptions } from '@tanstack/react-query';
import { client } from '../app/api.ts';
import { keys } from './keys.ts';

/** Who is signed in. */
export const meQuery = queryOptions({
  queryKey: keys.me,
  queryFn: ({ signal }) => client.getMe({}, { signal }),
  staleTime: Infinity,
});

/** Whether an account can be opened here, and whether it would be the first. */
export const registrationQuery = queryOptions({
  queryKey: keys.registration,
  queryFn: ({ signal }) => client.getRegistration({}, { signal }),
});

/** Where the account is signed in, the last used first. */
export const sessionsQuery = queryOptions({
  queryKey: keys.sessions,
  queryFn: ({ signal }) => client.listSessions({}, { signal }),
});
