import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route.tsx';
import { searchOf, words } from '../app/search.ts';
import { registrationQuery } from '../queries/session.ts';
import { loadStrings } from '../strings/catalogue.ts';

/** Where the screen is, what its address says, and what is loaded beside its code. */
export const loginRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/login',
  validateSearch: searchOf({ next: words }),
  loader: ({ context: { queryClient } }) =>
    Promise.all([queryClient.ensureQueryData(registrationQuery), loadStrings('accounts')]),
  component: lazyRouteComponent(() => import('./login-screen.tsx'), 'LoginScreen'),
});
