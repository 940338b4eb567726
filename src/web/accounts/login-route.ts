import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { words, searchOf } from '../app/search.ts';
import { rootRoute } from '../app/root-route.tsx';

/** Where the screen is, what its address says, and what is loaded beside its code. */
export const loginRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/login',
  validateSearch: searchOf({ next: words }),
  component: lazyRouteComponent(() => import('./login-screen.tsx'), 'LoginScreen'),
});
