import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { words, searchOf } from '../app/search.ts';
import { searchOf, words } from '../app/search.ts';
import { registrationQuery } from '../data/session.ts';
import { loadStrings } from '../strings/catalogue.ts';
import { rootRoute } from '../app/root-route.tsx';

/** Where the screen is, what its address says, and what is loaded beside its code. */
export const loginRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/login',
  loader: ({ context: { queryClient } }) =>
    Promise.all([queryClient.ensureQueryData(registrationQuery), loadStrings('accounts')]),
  validateSearch: searchOf({ next: words }),
  component: lazyRouteComponent(() => import('./login-screen.tsx'), 'LoginScreen'),
});
