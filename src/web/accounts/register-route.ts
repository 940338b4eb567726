import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { words, searchOf } from '../app/search.ts';
import { rootRoute } from '../app/root-route.tsx';

/** Where the screen is, what its address says, and what is loaded beside its code. */
export const registerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/register',
  validateSearch: searchOf({ next: words }),
  component: lazyRouteComponent(() => import('./register-screen.tsx'), 'RegisterScreen'),
});
