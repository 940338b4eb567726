import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workRoute } from '../work-route.ts';

/** Where the screen is, what its address says, and what is loaded beside its code. */
export const initRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/init',
  component: lazyRouteComponent(() => import('./init-screen.tsx'), 'InitScreen'),
});
