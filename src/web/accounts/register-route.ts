import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { words, searchOf } from '../app/search.ts';
import { registrationQuery } from '../queries/session.ts';
import { loadStrings } from '../strings/catalogue.ts';
import { rootRoute } from '../app/root-route.tsx';

/** Where the screen is, what its address says, and what is loaded beside its code. */
export const registerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/register',
  validateSearch: searchOf({ next: words }),
  loader: ({ context: { queryClient } }) =>
    Promise.all([queryClient.ensureQueryData(registrationQuery), loadStrings('accounts')]),
  component: lazyRouteComponent(() => import('./register-screen.tsx'), 'RegisterScreen'),
});
