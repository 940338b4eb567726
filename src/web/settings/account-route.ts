import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { meQuery, sessionsQuery } from '../queries/session.ts';
import { loadStrings } from '../strings/catalogue.ts';
import { settingsRoute } from './settings-route.ts';

/** Where the screen is, what its address says, and what is loaded beside its code. */
export const accountRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/account',
  loader: ({ context: { queryClient } }) =>
    Promise.all([
      queryClient.ensureQueryData(meQuery),
      queryClient.ensureQueryData(sessionsQuery),
      loadStrings('account'),
    ]),
  component: lazyRouteComponent(() => import('./account-screen.tsx'), 'AccountScreen'),
});
